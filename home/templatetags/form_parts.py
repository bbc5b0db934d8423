"""How the components draw a form's field: its hint, its errors, and the ids that tie them to the input."""

from dataclasses import dataclass

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from catalog.core.templatetags.catalog_ui import marked

register = template.Library()


@dataclass(frozen=True)
class FieldParts:
    """What `components/field.html` needs to know about a field."""

    id: str
    hint: str
    hint_id: str
    errors: list[str]
    error_id: str
    is_hidden: bool
    is_group: bool
    is_tick: bool

    @property
    def described_by(self) -> str:
        """The ids of hint and errors for `aria-describedby`."""
        return " ".join(each for each in (self.hint and self.hint_id, self.errors and self.error_id) if each)


@dataclass(frozen=True)
class Problem:
    """One line of the error summary; `target` is the id of the input to jump to, "" for the form as a whole."""

    text: str
    target: str


def _is_group(field: BoundField) -> bool:
    return isinstance(field.field.widget, RadioSelect | CheckboxSelectMultiple)


@register.simple_tag(takes_context=True)
def field_parts(context: template.Context, field: BoundField) -> FieldParts:
    """Ids, hint and errors of a bound field; a variable `hint` takes the place of its help text."""
    base = field.auto_id or field.html_name
    return FieldParts(
        id=base if _is_group(field) else field.id_for_label or base,
        hint=str(context.get("hint") or field.help_text or ""),
        hint_id=f"{base}_hint",
        errors=[str(error) for error in field.errors],
        error_id=f"{base}_problem",
        is_hidden=field.is_hidden,
        is_group=_is_group(field),
        is_tick=isinstance(field.field.widget, CheckboxInput),
    )


@register.simple_tag(takes_context=True)
def field_input(context: template.Context, field: BoundField, parts: FieldParts) -> SafeString:
    """The input itself with the site's class and the ids of its hint and errors; a variable `short` makes it short."""
    attributes = {}
    if not parts.is_tick:
        own = field.field.widget.attrs.get("class", "")
        attributes["class"] = f"input{' input--short' if context.get('short') else ''} {own}".strip()
    if parts.described_by:
        attributes["aria-describedby"] = parts.described_by
    if parts.errors:
        attributes["aria-invalid"] = "true"
    return field.as_widget(attrs=attributes)


@register.simple_tag
def form_problems(form: BaseForm) -> list[Problem]:
    """The form's own errors, then the first error of each field, in the order of the page."""
    problems = [Problem(str(error), "") for error in form.non_field_errors()]
    for field in form:
        if not field.errors:
            continue
        parts = {"label": marked(field.label), "error": conditional_escape(field.errors[0])}
        text = mark_safe(gettext("%(label)s：%(error)s") % parts)
        if field.is_hidden:
            problems.append(Problem(text, ""))
        else:
            target = f"{field.auto_id}_0" if _is_group(field) else field.id_for_label or field.auto_id
            problems.append(Problem(text, target))
    return problems

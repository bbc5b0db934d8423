"""Where the demonstration listens: looked at before anything is done, and explained when it can't be."""

import socket

import pytest

from home.demo.serving import AddressError, address_check


def test_free_port_is_taken():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert address_check(host="127.0.0.1", port=str(port)) == port


def test_port_in_use_is_refused_with_one_that_is_free():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(AddressError, match=rf"端口 {port} 已被占用：请换一个，例如 PORT=\d+"):
            address_check(host="127.0.0.1", port=str(port))


@pytest.mark.parametrize("port", ["abc", "", "0", "65536", "-1", "8000.5"])
def test_what_is_no_port_is_refused(port):
    with pytest.raises(AddressError, match="不是端口号"):
        address_check(host="127.0.0.1", port=port)


def test_address_of_another_machine_is_refused():
    with pytest.raises(AddressError, match=r"不能在 192\.0\.2\.1"):
        address_check(host="192.0.2.1", port="8000")

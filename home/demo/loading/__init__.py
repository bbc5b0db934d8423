"""How the demo city's content becomes rows: one module for each kind of row, called in order by `home.demo.loader`."""

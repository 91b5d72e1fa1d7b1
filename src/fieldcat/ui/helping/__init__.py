"""«Get help»: where to turn to, country by country, and how sure that is.

`country_list` chooses, `services_view` shows one country, `paper` sets it as a sheet to hand out,
`large` shows a number to a room; `page` puts them together.
"""

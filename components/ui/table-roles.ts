// On a phone the rows are laid out as cards, and in some browsers such CSS takes these roles away unless they are said.
export const said = {
  scroller: { role: "region", tabIndex: 0 },
  table: { role: "table" },
  rows: { role: "rowgroup" },
  row: { role: "row" },
  columnHeader: { role: "columnheader", scope: "col" },
  rowHeader: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
};

"""Response curves estimated from a company's history, or from the judgement of its people."""

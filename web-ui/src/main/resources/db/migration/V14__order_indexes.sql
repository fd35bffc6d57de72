-- What grows with every order that ever was is found by index, not by reading all of it.

create index order_suggestion_line on order_suggestion (line_id);
create index order_suggestion_run on order_suggestion (run_id);
create index order_approval_order on order_approval (order_id);
create index orders_changed on orders (changed_at, number);

-- Programs of others are known by keys.keys, which took these over; schemas are brought up in the order of their names, so
-- before this.
drop table open311.keys;

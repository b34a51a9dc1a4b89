-- What people asked that a notice says, or should have said; forgotten after thirty days.
create table notices.asked (
    community_id text        not null,
    -- names the message
    key          text        not null,
    -- that answered it; empty: none did
    notice       text        not null,
    -- of whoever asked; empty where nobody knows
    home         text        not null,
    -- the group's address; empty in private
    said_in      text        not null,
    words        text        not null,
    at           timestamptz not null,
    primary key (community_id, key)
);

create index asked_by_time on notices.asked (community_id, at);
create index asked_forgotten on notices.asked (at);

-- The ways into customer groups that were set up at the platform, each once.
create table contact.join_ways (
    account text not null,
    chat    text not null,
    config  text not null,
    primary key (account, chat)
);

-- Accounts on platforms that administrators made on pages; others stand in the settings of the installation. Every key
-- leads with the community, so that rows can be spread by it.
create table accounts.kept (
    community_id text        not null,
    channel      text        not null,
    -- drawn by lot, since it names the account in the webhook's address among those of all communities
    id           text        not null,
    name         text        not null,
    -- JSON with secrets; sealed by the program
    fields       text        not null,
    made_by      text        not null,
    made_at      timestamptz not null,
    -- rises with every change
    version      bigint      not null default 1,
    -- null: in use
    removed_at   timestamptz,
    primary key (community_id, channel, id)
);

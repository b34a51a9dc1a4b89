package org.linli.rights;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;

/// Somebody who is everywhere in the database, and a neighbour beside them.
record Seeded(DatabaseClient database) {

    static final String NAME = "慕容秋霜";
    static final String PHONE = "13955512399";
    static final String ADDRESS = "wechat:lm:person:oMuRong77";
    static final String ROOM_ID = "murong-web-77";
    static final String WEBCHAT = "webchat:lm:person:" + ROOM_ID;
    static final String NEIGHBOUR = "wechat:lm:person:oNeighbour88";
    static final String NEIGHBOURS_WORDS = "邻居自己的话，与她无关";

    /// What betrays the person, wherever it stands.
    static final List<String> TRACES = List.of(NAME, PHONE, "oMuRong77", ROOM_ID);

    private static final String STORY = """
            insert into community.residents (community_id, id, name, home, verified) values ('lm', 'r-mu', '慕容秋霜', 'b1', true);
            insert into community.identities (community_id, address, resident) values
              ('lm', 'wechat:lm:person:oMuRong77', 'r-mu'), ('lm', 'webchat:lm:person:murong-web-77', 'r-mu');
            insert into community.tags (community_id, tag, resident) values ('lm', '独居', 'r-mu');
            insert into community.viewings (community_id, resident, staff, why, at) values ('lm', 'r-mu', 'chen', 'visit', now());
            insert into community.reaches (community_id, address, reached, at) values ('lm', 'wechat:lm:person:oMuRong77', true, now());
            insert into community.group_members (community_id, said_in, member, came_at) values ('lm', 'g', 'wechat:lm:person:oMuRong77', now());
            insert into community.import_drafts (community_id, id, name, bytes, seen, at) values ('lm', 'd1', 'f', '慕容秋霜', 1, now());
            insert into cases.cases (community_id, number, label, place, spot, detail, words, reporter, reporter_address, state,
                is_open, unit, due_at, opened_at, version, rating_words) values
              ('lm', 'LM-E-1', 'report.lift', 'b1', 'b1', '我家401', '我是慕容秋霜，电话139 5551 2399，电梯坏了', 'r-mu', 'webchat:lm:person:murong-web-77', 'NEW', true, 'property', now(), now(), 1, '慕容秋霜说还行'),
              ('lm', 'LM-E-2', 'report.lift', 'b1', 'b1', '', '邻居自己的话，与她无关', null, 'wechat:lm:person:oNeighbour88', 'NEW', true, 'property', now(), now(), 1, null);
            insert into cases.steps (community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words, pictures) values
              ('lm', 'LM-E-1', 'OPENED', 'RESIDENT', 'webchat:lm:person:murong-web-77', '慕容秋霜', now(), 'NEW', 'property', '我是慕容秋霜，13955512399', '{11111111-1111-1111-1111-111111111111}'),
              ('lm', 'LM-E-1', 'ANSWERED', 'STAFF', 'qian', '钱师傅', now(), 'NEW', 'property', '慕容秋霜您好，打了139-5551-2399没人接', '{}'),
              ('lm', 'LM-E-2', 'ADDED', 'RESIDENT', 'wechat:lm:person:oNeighbour88', '', now(), 'NEW', 'property', '楼上慕容秋霜家也坏了', '{}');
            insert into cases.pictures (community_id, id, media_type, bytes, kept_at) values ('lm', '11111111-1111-1111-1111-111111111111', 'image/png', 'x', now());
            insert into cases.supporters (community_id, number, address, resident, joined_at) values
              ('lm', 'LM-E-2', 'wechat:lm:person:oMuRong77', 'r-mu', now());
            insert into cases.verdicts (community_id, number, resolved_at, address, resident, letter, tried, asked_at) values
              ('lm', 'LM-E-1', now(), 'webchat:lm:person:murong-web-77', 'r-mu', 'k', '{webchat:lm:person:murong-web-77}', now());
            insert into cases.asked (community_id, number, resolved_at, address, resident, asked_at) values
              ('lm', 'LM-E-2', now(), 'wechat:lm:person:oMuRong77', 'r-mu', now());
            insert into cases.on_behalf (community_id, occasion, number, way, by_id, at, address, resident, name, phone, may_contact, told_at) values
              ('lm', 'o1', 'LM-E-1', 'PHONE', 'chen', now(), 'webchat:lm:person:murong-web-77', 'r-mu', '慕容秋霜', '13955512399', true, now());
            insert into hotline.orders (community_id, number, words, place, caller, phone, category, received_at, taken_at, taken_by, case_number) values
              ('lm', 'h1', '慕容秋霜来电', 'b1', '慕容秋霜', '13955512399', '', now(), now(), 'chen', 'LM-E-1');
            insert into openness.offers (community_id, number, token, words, asked_by, asked_at) values ('lm', 'LM-E-1', 't', '慕容秋霜', 'chen', now());
            insert into open311.taken (community_id, client, fingerprint, kind, number, description, taken_at) values ('lm', 'c', 'f', 'request', 'LM-E-1', '慕容秋霜报', now());
            insert into inbox.arrivals (community_id, channel, account, platform_id, conversation, message, received_at, state) values
              ('lm', 'wechat', 'lm', 'p1', 'wechat:lm:person:oMuRong77', '{"from":"wechat:lm:person:oMuRong77","content":{"type":"text","text":"电梯坏了，我是慕容秋霜"}}', now(), 'done'),
              ('lm', 'wechat', 'lm', 'p2', 'wechat:lm:person:oNeighbour88', '{"from":"wechat:lm:person:oNeighbour88","content":{"type":"text","text":"邻居自己的话，与她无关。慕容秋霜家"}}', now(), 'done');
            insert into outbox.letters (community_id, key, address, template, facts, state, created_at) values
              ('lm', 'k1', 'wechat:lm:person:oMuRong77', 'case-opened', '{"name":"慕容秋霜"}', 'sent', now()),
              ('lm', 'k2', 'wechat:lm:person:oStaff', 'case-unit-new', '{"words":"慕容秋霜 13955512399"}', 'sent', now());
            insert into outbox.history (community_id, key, at, step, detail) values ('lm', 'k1', now(), 'sent', '');
            insert into ledger.acts (community_id, address, act, at) values ('lm', 'wechat:lm:person:oMuRong77', 'wrote', now());
            insert into ledger.grants (community_id, address, scene, remaining) values ('lm', 'wechat:lm:person:oMuRong77', 's', 1);
            insert into ledger.closings (community_id, way, scope, since) values ('lm', 'w', 'wechat:lm:person:oMuRong77', now());
            insert into ledger.counters (community_id, name, scope, slot, until) values ('lm', 'n', 'wechat:lm:person:oMuRong77', 's', now());
            insert into media.items (community_id, id, kind, sender, media, name, received_at, state, not_before, hash, forget_at) values
              ('lm', 'm1', 'PICTURE', 'wechat:lm:person:oMuRong77', 'x', '慕容秋霜.jpg', now(), 'kept', now(), 'hash', now());
            insert into media.contents (community_id, hash, type, bytes, kept_at) values ('lm', 'hash', 'image/png', 'abc', now());
            insert into dialogue.conversations (community_id, conversation, version, state, speaker, reply_to, touched_at) values
              ('lm', 'wechat:lm:person:oMuRong77', 1, '{}', 'wechat:lm:person:oMuRong77', 'wechat:lm:person:oMuRong77', now());
            insert into webchat.rooms (community_id, room, last) values ('lm', 'person:murong-web-77', 1);
            insert into webchat.lines (community_id, room, seq, id, speaker, content, at) values
              ('lm', 'person:murong-web-77', 1, 'l1', 'murong-web-77', '{"text":"我是慕容秋霜"}', now()),
              ('lm', 'group:b1x', 1, 'l2', 'murong-web-77', '{"text":"大家好"}', now()),
              ('lm', 'group:b1x', 2, 'l3', 'other', '{"text":"慕容秋霜你好"}', now());
            insert into notices.notices (community_id, id, kind, importance, title, words, audience, state, writer, written_at, print, version) values
              ('lm', 'n-e', 'OUTAGE', 'ORDINARY', '停水', '联系人慕容秋霜13955512399', '1栋', 'SENT', 'chen', now(), 'print-e', 1);
            insert into notices.spreads (community_id, notice, urgency, ready_at, followed_until) values ('lm', 'n-e', 2, now(), now());
            insert into notices.recipients (community_id, notice, who, home, building, address, others, letters, fate, reason, via, changed_at) values
              ('lm', 'n-e', 'r-mu', 'b1', 'b1', 'wechat:lm:person:oMuRong77', '{webchat:lm:person:murong-web-77}', 1, 'ACCEPTED', '', '', now());
            insert into notices.visits (community_id, id, notice, who, outcome, by_staff, at) values
              ('lm', gen_random_uuid(), 'n-e', 'r-mu', 'TOLD', 'chen', now());
            insert into notices.activities (community_id, notice, number) values ('lm', 'n-e', 901);
            insert into notices.signed_up (community_id, notice, who, resident, name, home, address, people, state, at) values
              ('lm', 'n-e', 'resident:r-mu', 'r-mu', '慕容秋霜', 'b1', 'wechat:lm:person:oMuRong77', 1, 'COMES', now());
            insert into notices.wishes (community_id, resident, unwanted, quiet, at) values ('lm', 'r-mu', '{JOBS}', '', now());
            insert into polls.ages (community_id, resident, born, said_at) values ('lm', 'r-mu', '1950-01-01', now());
            insert into polls.proposals (community_id, round, number, title, words, place, proposer, told_at, send, proposed_at, state, reason, unit, version) values
              ('lm', 'next', 901, '装长椅', '慕容秋霜想要长椅', 'b1', 'resident:r-mu', 'wechat:lm:person:oMuRong77', 'send-e', now(), 'PROPOSED', '', '', 1);
            insert into polls.supports (community_id, round, proposal, supporter) values ('lm', 'next', 901, 'resident:r-mu');
            insert into polls.appraisals (community_id, round, proposal, appraiser, score, words, at) values ('lm', 'r', 1, 'address:wechat:lm:person:oMuRong77', 5, '慕容秋霜满意', now());
            insert into polls.objections (community_id, round, number, words, objector, told_at, send, objected_at, answer) values
              ('lm', 'r', 1, '慕容秋霜反对', 'resident:r-mu', 'wechat:lm:person:oMuRong77', 's-e', now(), '');
            insert into polls.awards (community_id, id, round, proposal, prize, winner, reason, by_name, at, told_at) values
              ('lm', 'award-e', 'r', 901, 'GOLDEN_IDEA', 'sealed', '慕容秋霜的点子', '', now(), 'wechat:lm:person:oMuRong77');
            insert into polls.polls (community_id, id, number, question, kind, most, voice, place, in_group, frozen, live, asked_by, opens_at, closes_at) values
              ('lm', 'poll-e', 901, '?', 'YES_NO', 1, 'PERSON', 'b1', '', false, false, 'chen', now(), now() + interval '1 day');
            insert into polls.register (community_id, poll, voter, place, voted) values
              ('lm', 'poll-e', 'address:wechat:lm:person:oMuRong77', 'b1', true), ('lm', 'poll-e', 'resident:r-mu', 'b1', true);
            insert into polls.ballots (community_id, poll, token, choices, points, sends) values ('lm', 'poll-e', 'token-e', '{1}', '{}', '{}')
            """;

    private static final String AFTERWARDS = """
            delete from notices.visits where notice = 'n-e';
            delete from notices.recipients where notice = 'n-e';
            delete from notices.signed_up where notice = 'n-e';
            delete from notices.activities where notice = 'n-e';
            delete from notices.spreads where notice = 'n-e';
            delete from notices.notices where id = 'n-e';
            delete from polls.ballots where poll = 'poll-e';
            delete from polls.register where poll = 'poll-e';
            delete from polls.polls where id = 'poll-e';
            delete from polls.objections where send = 's-e';
            delete from polls.proposals where send = 'send-e';
            delete from polls.awards where id = 'award-e';
            delete from polls.supports where proposal = 901;
            delete from polls.appraisals where score = 5 and round = 'r';
            delete from hotline.orders where number = 'h1';
            delete from open311.taken where number = 'LM-E-1';
            delete from outbox.letters where key in ('k1', 'k2');
            delete from inbox.arrivals where platform_id in ('p1', 'p2');
            delete from webchat.lines where id in ('l1', 'l2', 'l3');
            delete from cases.verdicts where number like 'LM-E-%';
            alter table cases.steps disable trigger steps_stay;
            delete from cases.steps where number like 'LM-E-%';
            alter table cases.steps enable trigger steps_stay;
            delete from cases.cases where number like 'LM-E-%'
            """;

    void cleared() {
        run(AFTERWARDS);
    }

    void everywhere() {
        run(STORY);
    }

    private void run(String statements) {
        for (String statement : statements.split(";\\s*\n")) {
            database.sql(statement).then().block();
        }
    }
}

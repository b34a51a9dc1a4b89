package org.linli.polls;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Who voted, proposed, objected and stood in. Ballots name nobody. What a vote that runs needs waits until it is
/// counted: otherwise one voice could be given twice.
@Component
class PersonInPolls implements PersonalData {

    private static final String COUNTED =
            "not exists (select from polls.polls p where p.community_id = :community and p.id = poll and not p.is_counted)";
    private static final String PROPOSED =
            "community_id = :community and (proposer = any(:voters) or exists (select from unnest(proposers) w where w = any(:voters)))";
    private static final String RESIDENT = "community_id = :community and :resident <> '' and resident = :resident";
    private static final String VOTER = "community_id = :community and voter = any(:voters)";
    private static final String ONE_OF_MANY = ":mark || '-' || left(gen_random_uuid()::text, 8)";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("polls.ages").shown("""
                        select born, said_at as at from polls.ages where %s""".formatted(RESIDENT)).erased("""
                        delete from polls.ages where %s""".formatted(RESIDENT)),
                PersonalTable.of("polls.appraisals").shown("""
                        select round, proposal as number, score, used, words, at from polls.appraisals where community_id = :community and appraiser = any(:voters)""").erased("""
                        update polls.appraisals set appraiser = %s, words = '' where community_id = :community and appraiser = any(:voters)""".formatted(ONE_OF_MANY)),
                PersonalTable.of("polls.awards")
                        .shown(
                                "select round, prize as title, reason, at from polls.awards where community_id = :community and told_at = any(:addresses)")
                        .erased(
                                "update polls.awards set winner = '**', told_at = '' where community_id = :community and told_at = any(:addresses)")
                        .words("winner", "reason"),
                PersonalTable.of("polls.consents").shown("""
                        select round, rearrangement as number, agrees, answered_at as at from polls.consents where community_id = :community and proposer = any(:voters)""").erased("""
                        update polls.consents set proposer = %s, told_at = '' where community_id = :community and proposer = any(:voters)""".formatted(ONE_OF_MANY)),
                PersonalTable.of("polls.doors")
                        .shown("select at from polls.doors where %s".formatted(VOTER))
                        .erased("""
                        delete from polls.doors where community_id = :community and (voter = any(:voters) or told_at = any(:addresses))"""),
                PersonalTable.of("polls.mandates").shown("""
                        select poll, state, at from polls.mandates where community_id = :community and (voter = any(:voters) or :resident <> '' and principal = :resident)""").erased("""
                        delete from polls.mandates where community_id = :community and (voter = any(:voters) or told_at = any(:addresses) or :resident <> '' and :resident in (principal, agent))"""),
                PersonalTable.of("polls.objections").shown("""
                        select round, number, words, objected_at as at, answer from polls.objections where community_id = :community and objector = any(:voters)""").erased("""
                        update polls.objections set objector = :mark, told_at = '', words = '**' where community_id = :community and objector = any(:voters)""").words("answer", "words"),
                PersonalTable.kept(
                        "polls.parcels", "the register of owners, which owners have to keep and staff imports"),
                PersonalTable.of("polls.proposals")
                        .shown("""
                        select round, number, title, words, place, proposed_at as at, state from polls.proposals where %s""".formatted(PROPOSED))
                        .erased("""
                        update polls.proposals set proposer = case when proposer = any(:voters) then :mark else proposer end,
                             proposers = array(select case when w = any(:voters) then :mark else w end from unnest(proposers) w),
                             pictures = '{}', version = version + 1,
                             told_at = (select coalesce(string_agg(a, E'\\n'), '') from unnest(string_to_array(told_at, E'\\n')) a where a <> all(:addresses))
                           where %s""".formatted(PROPOSED))
                        .words("title", "words", "reason"),
                PersonalTable.of("polls.supports").shown("""
                        select round, proposal as number from polls.supports where community_id = :community and supporter = any(:voters)""").erased("""
                        update polls.supports set supporter = %s where community_id = :community and supporter = any(:voters)""".formatted(ONE_OF_MANY)),
                PersonalTable.of("polls.proxies")
                        .shown("""
                        select poll, at from polls.proxies where community_id = :community and (voter = any(:voters) or :resident <> '' and agent = :resident)""")
                        .waitsWhile("""
                        select 1 from polls.proxies x join polls.polls p on p.community_id = x.community_id and p.id = x.poll where x.community_id = :community and (x.voter = any(:voters) or :resident <> '' and x.agent = :resident) and not p.is_counted limit 1""")
                        .erased("""
                        update polls.proxies set voter = %3$s where %2$s and %1$s""".formatted(COUNTED, VOTER, ONE_OF_MANY), """
                        update polls.proxies set agent = :mark where community_id = :community and :resident <> '' and agent = :resident and %s""".formatted(COUNTED)),
                PersonalTable.of("polls.voices")
                        .shown("""
                        select poll from polls.voices where %s""".formatted(RESIDENT))
                        .waitsWhile("""
                        select 1 from polls.voices x join polls.polls p on p.community_id = x.community_id and p.id = x.poll where x.community_id = :community and :resident <> '' and x.resident = :resident and not p.is_counted limit 1""")
                        .erased("""
                        update polls.voices set resident = :mark where %2$s and %1$s""".formatted(COUNTED, RESIDENT)),
                PersonalTable.of("polls.register")
                        .shown("""
                        select poll, place, voted from polls.register where %s""".formatted(VOTER))
                        .waitsWhile("""
                        select 1 from polls.register x join polls.polls p on p.community_id = x.community_id and p.id = x.poll where x.community_id = :community and x.voter = any(:voters) and not p.is_counted limit 1""")
                        .erased("""
                        update polls.register set voter = %3$s, ticket = null where %2$s and %1$s""".formatted(COUNTED, VOTER, ONE_OF_MANY)),
                PersonalTable.of("polls.turned_away")
                        .shown("""
                        select poll, why as reason from polls.turned_away where %s""".formatted(RESIDENT))
                        .erased("""
                        delete from polls.turned_away where %s""".formatted(RESIDENT)),
                PersonalTable.of("polls.voids")
                        .shown("""
                        select poll, reason, decided_at as at from polls.voids where %s""".formatted(VOTER))
                        .waitsWhile("""
                        select 1 from polls.voids x join polls.polls p on p.community_id = x.community_id and p.id = x.poll where x.community_id = :community and x.voter = any(:voters) and not p.is_counted limit 1""")
                        .erased("""
                        update polls.voids set voter = '' where %2$s and %1$s""".formatted(COUNTED, VOTER))
                        .words("reason"),
                PersonalTable.of("polls.picks")
                        .shown("select at from polls.picks where %s".formatted(VOTER))
                        .erased("delete from polls.picks where %s".formatted(VOTER)),
                PersonalTable.of("polls.wishes").shown("""
                        select round, words, place, at from polls.wishes where %s""".formatted(VOTER)).erased("""
                        delete from polls.wishes where community_id = :community and (voter = any(:voters) or told_at = any(:addresses))"""),
                PersonalTable.of("polls.progress").words("words"),
                PersonalTable.of("polls.money").words("payer"),
                PersonalTable.kept("polls.milestone_pictures", "pictures of works, by units"),
                PersonalTable.kept(
                        "polls.ballots", "votes under tokens that lead to nobody once the seal is destroyed"),
                PersonalTable.kept("polls.traces", "hashes that lead to nobody, gone after an hour"),
                PersonalTable.kept("polls.alarms", "hashes of sources, gone with the seal"),
                PersonalTable.kept("polls.drafts", "votes under tokens, gone with the seal"),
                PersonalTable.kept("polls.papers", "votes under tokens, gone with the seal"));
    }
}

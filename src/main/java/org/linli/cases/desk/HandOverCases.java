package org.linli.cases.desk;

import java.util.List;
import org.linli.cases.Act;
import org.linli.cases.ActTogether;
import org.linli.cases.ActTogether.Chosen;
import org.linli.cases.ActTogether.Each;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.Sight;
import org.linli.community.StaffMember;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Gives what somebody has in hand to somebody else, at once, with the reason in each history. It can be undone like
/// everything that is done to many cases.
@Service
public class HandOverCases {

    private final DeskCases cases;
    private final ActTogether acts;

    HandOverCases(DeskCases cases, ActTogether acts) {
        this.cases = cases;
        this.acts = acts;
    }

    /// What the history says of it.
    ///
    /// @param reason may be empty
    public static Act to(StaffMember to, String reason, CaseWords words) {
        return new Act.HandOver(to.id(), words.say("told.handed-over", to.name(), reason.strip()));
    }

    /// At most 200, the earliest deadlines first; never empty.
    ///
    /// @param bulk names it for ever, so that a second click does nothing
    public Mono<List<Each>> handOver(StaffMember by, Sight sight, StaffMember from, Act act, String bulk) {
        var theirs = new Sight(sight.community(), sight.all(), sight.unit(), sight.places(), from.id());
        return cases.beginning(theirs, DeskFilter.OPEN.whose("mine"), ActTogether.MOST)
                .map(HandOverCases::chosen)
                .flatMap(chosen -> acts.act(by, sight, chosen, act, bulk));
    }

    private static List<Chosen> chosen(DeskPage page) {
        return page.rows().stream()
                .map(row -> new Chosen(row.it().number(), row.it().version() - row.supporters()))
                .toList();
    }
}

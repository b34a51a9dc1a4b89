package org.linli.cases.chat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseNumber;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.FindCases;
import org.linli.cases.Sight;
import org.linli.cases.SpokenTime;
import org.linli.cases.State;
import org.linli.cases.Who;
import org.linli.cases.Workflow;
import org.linli.cases.Workflows;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which case a staff member means. A case that they may not act on does not exist for them.
@Component
class CasesOfStaff {

    private static final int MOST = 100;

    private final FindCases cases;
    private final DeskCases desk;
    private final Workflows workflows;
    private final Clock clock;

    CasesOfStaff(FindCases cases, DeskCases desk, Workflows workflows, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.workflows = workflows;
        this.clock = clock;
    }

    /// Empty when there is none. A short number is one of this year, or else of the year before.
    Mono<CaseFile> numbered(String said, StaffMember member, CommunityMap map) {
        var sight = Sight.of(member, map);
        return Flux.fromIterable(numbers(said, map))
                .concatMap(number -> cases.file(map.id(), number))
                .filter(file -> sight.mayAct(file.it()))
                .next();
    }

    /// Those of the own unit with which this can be done now, the earliest deadline first: the own ones, otherwise
    /// those that nobody else has accepted. Never empty; the list may be.
    Mono<List<Case>> fitting(StaffCommand.Verb verb, StaffMember member, CommunityMap map) {
        var ofUnit = new Sight(map.id(), false, member.unit(), Set.of());
        return desk.all(ofUnit, DeskFilter.OPEN)
                .map(DeskPage.Row::it)
                .filterWhen(it -> workflows.of(it).map(workflow -> fits(verb, Who.of(member), it.state(), workflow)))
                .take(MOST)
                .collectList()
                .map(all -> ownOrFree(all, member));
    }

    private List<String> numbers(String said, CommunityMap map) {
        int year = SpokenTime.year(clock.instant());
        Optional<String> whole = CaseNumber.in(said, map.casePrefix(), year).filter(_ -> !isShort(said));
        return whole.map(List::of).orElseGet(() -> {
            long counted = Long.parseLong(said);
            return List.of(
                    CaseNumber.of(map.casePrefix(), year, counted), CaseNumber.of(map.casePrefix(), year - 1, counted));
        });
    }

    private static boolean isShort(String said) {
        return said.chars().allMatch(Character::isDigit);
    }

    private static boolean fits(StaffCommand.Verb verb, Who who, State state, Workflow workflow) {
        return switch (verb) {
            case ACCEPT -> workflow.allows(Act.Kind.ACCEPT, who.kind(), state);
            case RETURN -> workflow.allows(Act.Kind.RETURN, who.kind(), state);
            case PASS_ON, REPLY, RESOLVE, DELAY, PROMISE -> state.isOpen();
            case REOPEN -> false;
        };
    }

    private static List<Case> ownOrFree(List<Case> all, StaffMember member) {
        var own = all.stream()
                .filter(it -> member.id().equals(it.care().assignee()))
                .toList();
        return own.isEmpty()
                ? all.stream().filter(it -> it.care().assignee() == null).toList()
                : own;
    }
}

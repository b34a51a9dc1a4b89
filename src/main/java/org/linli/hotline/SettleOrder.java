package org.linli.hotline;

import java.time.Clock;
import java.util.List;
import org.linli.cases.Case;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.Step;
import org.linli.cases.StepTaken;
import org.linli.cases.Way;
import org.linli.cases.Who;
import org.linli.cases.behalf.EnterCase;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Staff says which case answers an order: one that is there, or a new one.
@Service
public class SettleOrder {

    private final Orders orders;
    private final Verdicts verdicts;
    private final FindCases cases;
    private final EnterCase enter;
    private final ReadCall calls;
    private final Effects effects;
    private final CaseWords words;
    private final Clock clock;

    SettleOrder(
            Orders orders,
            Verdicts verdicts,
            FindCases cases,
            EnterCase enter,
            ReadCall calls,
            Effects effects,
            CaseWords words,
            Clock clock) {
        this.orders = orders;
        this.verdicts = verdicts;
        this.cases = cases;
        this.enter = enter;
        this.calls = calls;
        this.effects = effects;
        this.words = words;
        this.clock = clock;
    }

    /// That case answers it, which its history tells. Empty where there is no such order or case, or it is settled.
    public Mono<String> confirm(StaffMember by, String number, String caseNumber) {
        return orders.one(by.community(), number)
                .filter(it -> it.caseNumber() == null)
                .flatMap(_ -> cases.file(by.community(), caseNumber))
                .filterWhen(_ -> verdicts.settle(by, number, caseNumber))
                .flatMap(file ->
                        effects.commit(List.of(told(file.it(), by, number))).thenReturn(caseNumber));
    }

    private StepTaken told(Case it, StaffMember by, String number) {
        return new StepTaken(Step.of(
                it, Step.Kind.ENTERED, Who.of(by), clock.instant(), words.way(Way.HOTLINE) + " " + number, List.of()));
    }

    /// That case is something else. Empty where there is no such order or case.
    public Mono<String> reject(StaffMember by, String number, String caseNumber) {
        return orders.one(by.community(), number)
                .flatMap(_ -> cases.file(by.community(), caseNumber))
                .flatMap(_ -> verdicts.reject(by, number, caseNumber).thenReturn(caseNumber));
    }

    /// It becomes a case like any other, or joins one that neighbours have opened: its number. Done twice, it is the
    /// same case. Empty where there is no such order or it is settled.
    public Mono<String> open(StaffMember by, CommunityMap map, String number) {
        return orders.one(by.community(), number)
                .filter(it -> it.caseNumber() == null)
                .flatMap(it -> enter.enter(by, calls.read(map, it.it()), List.of()))
                .filterWhen(it -> verdicts.settle(by, number, it));
    }
}

package org.linli.ledgers;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseAmounts;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskPage;
import org.linli.cases.Sight;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.platform.words.Masked;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What the rows of ledgers say, by the names that forms have for it. Personal data stay masked.
@Component
class LedgerRows {

    /// Excel takes 1,048,576 rows, of which the form may have some.
    private static final int MOST = 1_000_000;

    private static final int TOGETHER = 500;

    private final DeskCases cases;
    private final MonthReport months;
    private final CaseAmounts amounts;
    private final CaseWords words;
    private final WordFile own = WordFile.of("templates/messages", "ledgers.properties");
    private final Clock clock;

    LedgerRows(DeskCases cases, MonthReport months, CaseAmounts amounts, CaseWords words, Clock clock) {
        this.cases = cases;
        this.amounts = amounts;
        this.months = months;
        this.words = words;
        this.clock = clock;
    }

    /// Of what this person sees. Numbered from 1.
    Flux<Map<String, String>> of(Order order, StaffMember member, CommunityMap map) {
        var month = order.month();
        var rows = month == null
                ? cases.everything(Sight.of(member, map), order.filter())
                        .take(MOST)
                        .buffer(TOGETHER)
                        .concatMap(some -> facts(some, map))
                : months.of(map, month).flatMapIterable(this::lines);
        return rows.index((at, facts) -> {
            facts.put("each.row", Long.toString(at + 1));
            return facts;
        });
    }

    /// What stands outside the repeated row.
    Map<String, String> head(Order order, CommunityMap map) {
        var month = order.month();
        var facts = new HashMap<String, String>();
        facts.put("community", map.name());
        facts.put("today", clock.instant().atZone(SpokenTime.ZONE).toLocalDate().toString());
        facts.put("month", String.valueOf(month == null ? "" : month));
        return facts;
    }

    private Flux<Map<String, String>> facts(List<DeskPage.Row> rows, CommunityMap map) {
        return amounts.of(map.id(), rows.stream().map(row -> row.it().number()).toList())
                .flatMapIterable(known -> rows.stream()
                        .map(row -> facts(row, map, known.get(row.it().number())))
                        .toList());
    }

    private Map<String, String> facts(DeskPage.Row row, CommunityMap map, @Nullable BigDecimal amount) {
        var it = row.it();
        var about = new CaseFacts(map, words, clock.instant());
        var facts = new HashMap<String, String>();
        facts.put("each.number", it.number());
        facts.put("each.what", words.label(it.problem().label()));
        facts.put("each.where", about.where(it.problem()));
        facts.put("each.words", Masked.words(it.problem().words()));
        facts.put("each.state", words.state(it.state()));
        facts.put("each.unit", about.unit(it.care().unit()));
        facts.put("each.opened", SpokenTime.exactly(it.openedAt()));
        facts.put("each.due", SpokenTime.exactly(it.care().dueAt()));
        facts.put("each.resolved", it.resolvedAt() == null ? "" : SpokenTime.exactly(it.resolvedAt()));
        facts.put(
                "each.stars",
                it.rating() == null ? "" : Integer.toString(it.rating().stars()));
        facts.put("each.supporters", Integer.toString(row.supporters()));
        facts.put("each.urged", Integer.toString(row.urged()));
        facts.put("each.amount", amount == null ? "" : amount.toPlainString());
        return facts;
    }

    private List<Map<String, String>> lines(List<MonthReport.Line> lines) {
        return lines.stream().map(this::facts).toList();
    }

    private Map<String, String> facts(MonthReport.Line line) {
        var it = line.numbers();
        var facts = new HashMap<String, String>();
        facts.put("each.kind", own.find("ledgers.kind." + line.kind()).orElse(""));
        facts.put("each.name", line.name());
        facts.put("each.total", Long.toString(it.total()));
        facts.put("each.responded", Long.toString(it.responded()));
        facts.put("each.resolved", Long.toString(it.resolved()));
        facts.put("each.responseRate", Numbers.percent(it.responseRate()));
        facts.put("each.solutionRate", Numbers.percent(it.solutionRate()));
        facts.put("each.satisfactionRate", Numbers.percent(it.satisfactionRate()));
        facts.put("each.overdue", Long.toString(it.overdue()));
        facts.put("each.reopened", Long.toString(it.reopened()));
        facts.put("each.returned", Long.toString(it.returned()));
        facts.put("each.notAsked", Long.toString(it.notAsked()));
        facts.put("each.amount", it.amount().toPlainString());
        var appraised = line.appraised();
        facts.put("each.appraised", appraised == null || !appraised.isTold() ? "" : appraised.average());
        facts.put("each.appraisals", appraised == null ? "" : Long.toString(appraised.people()));
        return facts;
    }
}

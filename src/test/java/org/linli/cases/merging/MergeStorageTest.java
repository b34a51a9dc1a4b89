package org.linli.cases.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.HeatOfPlace;
import org.linli.cases.Neighbour;
import org.linli.cases.NeighbourLeft;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.Sight;
import org.linli.cases.State;
import org.linli.cases.Sunshine;
import org.linli.cases.SupporterJoined;
import org.linli.cases.Who;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.ImportCommunity;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@LinliTest
class MergeStorageTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Who CHEN = new Who(Who.Kind.DESK, "chen", "陈社工");
    private static final List<String> LABELS =
            List.of("report.noise", "report.pets", "report.parking", "report.greening");

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    FindCases find;

    @Autowired
    HeatOfPlace heat;

    @Autowired
    MergeCases merging;

    @Autowired
    TakeCasesApart parting;

    @Autowired
    SplitCase splitting;

    @Autowired
    Joiners joiners;

    @Autowired
    Absences absences;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    CommunityMap map;
    Sight sight;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        map = Objects.requireNonNull(communities.map(LM).block());
        sight = new Sight(LM, true, "desk", Set.of());
        DemoCommunity.hasNoCases(database, "cases.clocks");
    }

    @Test
    void aMergedCaseRestsWithItsClocksAndItsPeopleGoOver() {
        var first = opened("report.noise", "zhang", "wu");
        var second = opened("report.pets", "li", "wu", "qian");

        assertThat(merge(second, first)).isEqualTo(new Merged.Done(first));

        assertThat(file(second).it().state()).isEqualTo(State.MERGED);
        assertThat(find.goingOn(LM, second).map(it -> it.it().number()).block()).isEqualTo(first);
        assertThat(people(first)).containsExactlyInAnyOrder("zhang", "wu", "li", "qian");
        assertThat(clocks("clocks", second)).isEmpty();
        assertThat(letters("case-merged", first)).isEqualTo(3);
        assertThat(find.own(LM, Sunshine.neighbour("li")).block())
                .extracting(it -> it.number())
                .containsExactly(first);
    }

    @Test
    void whoStandsInForSomebodyWhoIsAwayIsToldInstead() {
        var first = opened("report.noise", "zhang", "wu");
        var second = opened("report.pets", "li");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        var chen = map.staffMember("chen").orElseThrow();
        var away = map.staffOf(file(first).it().care().unit()).getFirst();
        absences.add(chen, new Absence("merging", away.id(), today, today, "xu"))
                .block();

        merge(second, first);
        takeApart(second);
        var split = split(first, "wu");

        absences.forget(chen, "merging").block();
        var substitute = map.staffMember("xu").orElseThrow().chat();
        assertThat(List.of("case-unit-merged", "case-unit-taken-apart", "case-unit-new"))
                .allSatisfy(template -> assertThat(told(template, first, second, split))
                        .contains(Objects.requireNonNull(substitute).text()));
        assertThat(told("case-unit-merged", first, second)).doesNotContain(chatOf(away));
        assertThat(told("case-unit-taken-apart", first, second)).doesNotContain(chatOf(away));
    }

    @Test
    void theUnitThatHadTheOneThatRestsIsToldThatItRests() {
        var first = opened("report.noise", "zhang");
        var second = opened("report.pets", "li");
        database.sql("update cases.cases set unit = 'enforcement' where number = $1")
                .bind(0, second)
                .then()
                .block();

        merge(second, first);

        var ding = map.staffMember("ding").orElseThrow();
        assertThat(told("case-unit-rests", second)).containsExactly(chatOf(ding));
        assertThat(told("case-unit-merged", first)).doesNotContain(chatOf(ding)).isNotEmpty();
    }

    @Test
    void undoRestoresExactly() {
        var first = opened("report.noise", "zhang", "wu");
        var second = opened("report.pets", "li", "wu", "qian");
        var before = Map.of(first, looks(first), second, looks(second));
        merge(second, first);

        assertThat(takeApart(second)).isEqualTo(new Merged.Done(second));

        assertThat(Map.of(first, looks(first), second, looks(second))).isEqualTo(before);
        assertThat(takeApart(second)).isEqualTo(new Merged.Refused(Refusal.NOT_MERGED));
    }

    @Test
    void whoLeavesMeanwhileIsNotBroughtBack() {
        var first = opened("report.noise", "zhang");
        var second = opened("report.pets", "li", "qian");
        merge(second, first);
        for (String who : List.of("li", "qian")) {
            effects.commit(List.of(new NeighbourLeft(LM, first, Sunshine.neighbour(who))))
                    .block();
        }

        takeApart(second);

        assertThat(people(second)).isEmpty();
        assertThat(people(first)).containsExactly("zhang");
    }

    @Test
    void nothingIsMergedIntoWhatIsClosedOrRests() {
        var first = opened("report.noise", "zhang");
        var second = opened("report.pets", "li");
        var third = opened("report.parking", "qian");
        merge(second, first);

        assertThat(merge(third, second)).isEqualTo(new Merged.Refused(Refusal.MERGED_ALREADY));
        database.sql("update cases.cases set state = 'CLOSED', is_open = false where number = $1")
                .bind(0, first)
                .then()
                .block();
        assertThat(merge(third, first)).isEqualTo(new Merged.Refused(Refusal.OVER));
        assertThat(merge(third, "LM-2026-999999")).isEqualTo(new Merged.Refused(Refusal.NO_SUCH_CASE));
    }

    @Test
    void ofTwoWhoMergeTheSameCaseAtOnceOneWinsAndTheOtherIsTold() {
        var first = opened("report.noise", "zhang");
        var second = opened("report.pets", "li");
        var third = opened("report.parking", "qian");
        var asked = asked(third);

        var results = reactor.core.publisher.Flux.merge(
                        merging.merge(asked, first), merging.merge(asked(third), second))
                .collectList()
                .block();

        assertThat(results).hasSize(2).filteredOn(Merged.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Merged.Stale.class::isInstance).hasSize(1);
        assertThat(people(first).size() + people(second).size()).isEqualTo(3);
    }

    @Test
    void aNeighbourWithAnotherMatterGetsACaseOfTheirOwnAndComesBack() {
        var first = opened("report.noise", "zhang", "wu", "qian");
        var before = looks(first);

        var split = split(first, "wu");

        assertThat(people(first)).containsExactlyInAnyOrder("zhang", "qian");
        assertThat(people(split)).containsExactly("wu");
        assertThat(file(split).it().care().dueAt())
                .isEqualTo(file(first).it().care().dueAt());
        assertThat(clocks("clocks", split)).containsKey("solve");
        assertThat(letters("case-split", split)).isOne();
        merge(split, first);
        assertThat(looks(first)).isEqualTo(before);
    }

    @Test
    void thePlaceTellsHowOftenItWasReportedThisYear() {
        var first = opened("report.noise", "zhang");
        database.sql("update cases.cases set opened_at = opened_at - interval '5 days'")
                .then()
                .block();
        var second = opened("report.noise", "li");
        var elsewhere = opened("report.pets", "wu");

        var times = Objects.requireNonNull(heat.of(file(second).it()).block());
        assertThat(times.times()).isEqualTo(2);
        assertThat(times.before()).extracting(HeatOfPlace.Earlier::number).containsExactly(first);
        assertThat(Objects.requireNonNull(heat.of(file(elsewhere).it()).block()).times())
                .isOne();
        assertThat(database.sql("""
                        select count(*) from outbox.letters
                        where template = 'case-unit-new' and facts ->> 'number' = $1 and facts ->> 'heat' = '2'""").bind(0, second).mapValue(Long.class).one().block())
                .isPositive();
    }

    /// Whatever staff merges, splits and takes apart: everybody is told once of each matter that is theirs, no clock is
    /// lost, and when all is taken apart all is as it was.
    @Test
    void anySequenceKeepsEverybodyOnceAndEveryClock() {
        for (int seed = 0; seed < 8; seed++) {
            aCommunityOf(new Random(seed)).play(10);
        }
    }

    private Play aCommunityOf(Random random) {
        var play = new Play(random);
        DemoCommunity.hasNoCases(database, "cases.clocks");
        for (String label : LABELS) {
            var people = new ArrayList<String>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                people.add("p" + random.nextInt(6));
            }
            var distinct = people.stream().distinct().toList();
            play.begin(
                    opened(
                            label,
                            distinct.getFirst(),
                            distinct.subList(1, distinct.size()).toArray(String[]::new)),
                    distinct);
        }
        return play;
    }

    /// What should be, beside what is.
    private final class Play {

        private final Random random;
        private final List<String> numbers = new ArrayList<>();
        private final Map<String, Set<String>> own = new HashMap<>();
        private final Map<String, String> restsIn = new HashMap<>();
        private final Map<String, Map<String, String>> clocks = new HashMap<>();

        Play(Random random) {
            this.random = random;
        }

        void begin(String number, List<String> people) {
            numbers.add(number);
            own.put(number, new HashSet<>(people));
            clocks.put(number, clocks("clocks", number));
        }

        void play(int moves) {
            for (int i = 0; i < moves; i++) {
                switch (random.nextInt(4)) {
                    case 0, 1 -> merges(any(), any());
                    case 2 -> partsFrom(any());
                    default -> splits(any());
                }
                check();
            }
            while (!restsIn.isEmpty()) {
                List.copyOf(restsIn.keySet()).forEach(this::partsFrom);
            }
            check();
        }

        private void merges(String one, String other) {
            if (merge(one, other) instanceof Merged.Done(String target)) {
                restsIn.put(target.equals(one) ? other : one, target);
            }
        }

        private void partsFrom(String number) {
            boolean possible = restsIn.containsKey(number) && !restsIn.containsKey(restsIn.get(number));
            assertThat(takeApart(number) instanceof Merged.Done).isEqualTo(possible);
            if (possible) {
                restsIn.remove(number);
            }
        }

        private void splits(String number) {
            var joined =
                    Objects.requireNonNull(joiners.of(LM, number).collectList().block());
            if (!restsIn.containsKey(number) && !joined.isEmpty()) {
                String who = joined.getFirst().who().address().id();
                begin(split(number, who), List.of(who));
                Objects.requireNonNull(own.get(number)).remove(who);
            }
        }

        private void check() {
            for (String number : numbers) {
                boolean rests = restsIn.containsKey(number);
                assertThat(file(number).it().state() == State.MERGED).isEqualTo(rests);
                assertThat(clocks("clocks", number)).isEqualTo(rests ? Map.of() : clocks.get(number));
                assertThat(clocks("resting_clocks", number)).isEqualTo(rests ? clocks.get(number) : Map.of());
                var told = people(number);
                assertThat(told).as("%s in %s", number, restsIn).doesNotHaveDuplicates();
                assertThat(new TreeSet<>(told)).as("%s in %s", number, restsIn).isEqualTo(expected(number));
            }
        }

        private Set<String> expected(String number) {
            var people = new TreeSet<>(own.get(number));
            restsIn.forEach((source, target) -> {
                if (target.equals(number)) {
                    people.addAll(expected(source));
                }
            });
            return people;
        }

        private String any() {
            return numbers.get(random.nextInt(numbers.size()));
        }
    }

    private String opened(String label, String reporter, String... supporters) {
        var report = new Report(
                LM,
                UUID.randomUUID().toString(),
                label,
                map.place("b3").orElseThrow(),
                "",
                "一件事",
                List.of(),
                neighbour(reporter),
                clock.instant());
        var answer = Objects.requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        String number = Objects.requireNonNull(answer.facts().get("number"));
        for (String who : supporters) {
            effects.commit(List.of(new SupporterJoined(file(number).it(), neighbour(who), clock.instant())))
                    .block();
        }
        return number;
    }

    private static Neighbour neighbour(String id) {
        return Sunshine.neighbour(id);
    }

    private CaseFile file(String number) {
        return Objects.requireNonNull(find.file(LM, number).block());
    }

    private Asked asked(String number) {
        return new Asked(
                sight, CHEN, number, file(number).seen(), "", UUID.randomUUID().toString());
    }

    private Merged merge(String one, String other) {
        return Objects.requireNonNull(merging.merge(asked(one), other).block(Duration.ofSeconds(10)));
    }

    private Merged takeApart(String number) {
        return Objects.requireNonNull(parting.takeApart(asked(number)).block(Duration.ofSeconds(10)));
    }

    private String split(String number, String who) {
        var marks = Objects.requireNonNull(joiners.of(LM, number)
                .filter(it -> it.who().address().id().equals(who))
                .map(Joiners.Joined::mark)
                .collectList()
                .block());
        var result = splitting.split(asked(number), marks).block(Duration.ofSeconds(10));
        return ((Merged.Done) Objects.requireNonNull(result)).number();
    }

    /// By id, everybody who is told what happens.
    private List<String> people(String number) {
        return file(number).waiting().map(it -> it.address().id()).toList();
    }

    private Map<String, String> looks(String number) {
        var it = file(number);
        var looks = new TreeMap<>(clocks("clocks", number));
        looks.put("state", it.it().state().name());
        looks.put("care", it.it().care().toString());
        looks.put("people", new TreeSet<>(people(number)).toString());
        return looks;
    }

    private Map<String, String> clocks(String table, String number) {
        return Objects.requireNonNull(database.sql("""
                        select name, concat_ws(' ', due_at, stage, height, next_at) as it from cases.%s
                        where number = $1""".formatted(table))
                .bind(0, number)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("it", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block());
    }

    private static String chatOf(StaffMember member) {
        return Objects.requireNonNull(member.chat()).text();
    }

    private List<String> told(String template, String... numbers) {
        return Objects.requireNonNull(database.sql("""
                        select address from outbox.letters where template = $1 and facts ->> 'number' = any($2)""")
                .bind(0, template)
                .bind(1, numbers)
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
    }

    private long letters(String template, String number) {
        return Objects.requireNonNull(database.sql("""
                        select count(*) from outbox.letters where template = $1 and facts ->> 'number' = $2""")
                .bind(0, template)
                .bind(1, number)
                .mapValue(Long.class)
                .one()
                .block());
    }
}

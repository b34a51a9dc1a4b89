package org.linli.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Residents;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.AtStart;
import org.linli.platform.words.Folder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Gives the made-up community a past, once: where it has cases already, nothing is added.
@Component
@Order(200)
class LoadHistory implements AtStart {

    private static final String FILE = "history.yaml";

    private final Communities communities;
    private final Residents residents;
    private final CountNumbers numbers;
    private final Workflows workflows;
    private final CaseWords words;
    private final Effects effects;
    private final DatabaseClient database;
    private final Clock clock;
    private final boolean demo;

    LoadHistory(
            Communities communities,
            Residents residents,
            CountNumbers numbers,
            Workflows workflows,
            CaseWords words,
            Effects effects,
            DatabaseClient database,
            Clock clock,
            @Value("${linli.demo}") boolean demo) {
        this.communities = communities;
        this.residents = residents;
        this.numbers = numbers;
        this.workflows = workflows;
        this.words = words;
        this.effects = effects;
        this.database = database;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public String name() {
        return "load-history";
    }

    @Override
    public Mono<Void> run() {
        return demo ? book().flatMap(this::loadOnce) : Mono.empty();
    }

    Mono<Void> loadOnce(Story.Book book) {
        var id = new CommunityId(book.community());
        return communities
                .all()
                .filter(map -> map.id().equals(id))
                .next()
                .filterWhen(map -> isEmpty(id))
                .flatMap(map -> load(book, map));
    }

    static Mono<Story.Book> book() {
        return Mono.fromCallable(() -> YAMLMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                        .build()
                        .readValue(new Folder("deploy/demo").read(FILE).get(FILE), Story.Book.class))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Boolean> isEmpty(CommunityId id) {
        return database.sql("select not exists (select 1 from cases.cases where community_id = $1) as it")
                .bind(0, id.value())
                .mapValue(Boolean.class)
                .one();
    }

    /// One after the other and in order of time, so that numbers rise as they would have.
    private Mono<Void> load(Story.Book book, CommunityMap map) {
        Instant now = clock.instant();
        Map<List<String>, Long> seen = new HashMap<>();
        return addresses(book, map.id())
                .flatMapMany(addresses -> Flux.fromStream(book.stories().stream()
                                .sorted(Comparator.comparing(story -> TellStory.begin(story, now))))
                        .concatMap(story -> load(story, map, addresses, seen, now)))
                .then();
    }

    private Mono<Void> load(
            Story story, CommunityMap map, Map<String, Address> addresses, Map<List<String>, Long> seen, Instant now) {
        int year = SpokenTime.year(TellStory.begin(story, now));
        String spot = CaseFacts.spot(map, map.place(story.place()).orElse(null));
        return Mono.zip(numbers.next(map.id(), year), workflows.begin(map.id(), story.label()))
                .map(it -> new TellStory(
                                story,
                                map,
                                it.getT2(),
                                words,
                                addresses,
                                CaseNumber.of(map.casePrefix(), year, it.getT1()),
                                now)
                        .tell(seen.merge(List.of(spot, story.label()), 1L, Long::sum) - 1))
                .flatMap(effects::commit);
    }

    private Mono<Map<String, Address>> addresses(Story.Book book, CommunityId id) {
        var people = book.stories().stream()
                .flatMap(story -> Stream.concat(Stream.of(story.resident()), story.neighbours().stream()))
                .distinct()
                .toList();
        return Flux.fromIterable(people)
                .concatMap(it -> residents.addresses(id, it).next().map(address -> Map.entry(it, address)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}

package org.linli.hotline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.linli.cases.Pictures;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.hotline.AnsweredOrder.Named;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.Masked;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The way back: a spreadsheet of the orders that cases answer, with the pictures of their results beside it, in one
/// `.zip`. Words stay masked.
@Component
public class ExportOrders {

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Orders orders;
    private final FindCases cases;
    private final DeskCases histories;
    private final Pictures pictures;
    private final CaseWords words;
    private final WordFile own = WordFile.of("templates/messages", "hotline.properties");

    ExportOrders(Orders orders, FindCases cases, DeskCases histories, Pictures pictures, CaseWords words) {
        this.orders = orders;
        this.cases = cases;
        this.histories = histories;
        this.pictures = pictures;
        this.words = words;
    }

    /// The latest thousand, with up to 64 MB of pictures, which are read one by one; a row tells how many more there
    /// are. Never empty.
    public Mono<byte[]> zip(CommunityMap map, Instant now) {
        var facts = new CaseFacts(map, words, now);
        return orders.settled(map.id(), MOST)
                .concatMap(it -> answered(map, it, facts))
                .collectList()
                .map(all -> AnsweredOrder.fitting(all, MOST_BYTES))
                .flatMap(rows -> packed(map.id(), rows));
    }

    private Mono<AnsweredOrder> answered(CommunityMap map, Orders.Known known, CaseFacts facts) {
        String number = String.valueOf(known.caseNumber());
        return cases.file(map.id(), number)
                .flatMap(file -> histories
                        .history(map.id(), number)
                        .collectList()
                        .map(history -> Evidence.of(file.it(), history)))
                .flatMap(evidence -> shown(map, known.it(), evidence)
                        .map(found -> new AnsweredOrder(row(known.it(), evidence, facts), found, 0)));
    }

    private Mono<List<Named>> shown(CommunityMap map, WorkOrder order, Evidence evidence) {
        var ids = evidence.pictures().stream().map(UUID::fromString).toList();
        return ids.isEmpty()
                ? Mono.just(List.of())
                : pictures.measure(map.id(), ids).map(found -> named(order, ids, found));
    }

    private static List<Named> named(WorkOrder order, List<UUID> ids, Map<UUID, Pictures.Measured> found) {
        var named = new ArrayList<Named>();
        ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .forEach(it -> named.add(Named.of(order.number(), named.size() + 1L, it)));
        return named;
    }

    private List<String> row(WorkOrder order, Evidence evidence, CaseFacts facts) {
        var it = evidence.it();
        return List.of(
                order.number(),
                it.number(),
                words.state(it.state()),
                facts.unit(it.care().unit()),
                time(order.dueAt()),
                time(it.care().dueAt()),
                time(it.resolvedAt()),
                Masked.words(evidence.answer()),
                it.rating() == null ? "" : Integer.toString(it.rating().stars()));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : SpokenTime.exactly(at);
    }

    private Mono<byte[]> packed(CommunityId community, List<AnsweredOrder> rows) {
        return Mono.using(
                        () -> AnsweredFile.of(lines(rows)),
                        file -> Flux.fromIterable(rows)
                                .concatMapIterable(AnsweredOrder::pictures)
                                .concatMap(it -> added(file, community, it), 1)
                                .then(Mono.fromCallable(file::whole)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<AnsweredFile> added(AnsweredFile file, CommunityId community, Named it) {
        return pictures.find(community, it.id())
                .publishOn(Schedulers.boundedElastic())
                .map(found -> file.with(it.name(), found.bytes()));
    }

    private List<List<String>> lines(List<AnsweredOrder> rows) {
        var head = List.of(own.find("hotline.export.head").orElse("").split("\\|"));
        return Stream.concat(Stream.of(head), rows.stream().map(this::line)).toList();
    }

    private List<String> line(AnsweredOrder it) {
        var names = it.pictures().stream().map(Named::name);
        var left = Stream.of(own.find("hotline.export.left").orElse("").formatted(it.left()))
                .filter(_ -> it.left() > 0);
        String shown = Stream.concat(names, left).collect(Collectors.joining("; "));
        return Stream.concat(it.cells().stream(), Stream.of(shown)).toList();
    }
}

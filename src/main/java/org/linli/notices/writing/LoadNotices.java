package org.linli.notices.writing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.AtStart;
import org.linli.platform.words.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Has the staff of the made-up community write some notices, each once: where it has only others, nothing is added.
/// They are written, approved and sent as all others are. What cannot be written there is left out.
@Component
@Order(210)
class LoadNotices implements AtStart {

    private static final Logger LOG = LoggerFactory.getLogger(LoadNotices.class);
    private static final String FILE = "notices.yaml";

    private final Communities communities;
    private final HandleNotices handle;
    private final LookAtNotice look;
    private final DatabaseClient database;
    private final Clock clock;
    private final boolean demo;

    LoadNotices(
            Communities communities,
            HandleNotices handle,
            LookAtNotice look,
            DatabaseClient database,
            Clock clock,
            @Value("${linli.demo-board:${linli.demo}}") boolean demo) {
        this.communities = communities;
        this.handle = handle;
        this.look = look;
        this.database = database;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public String name() {
        return "load-notices";
    }

    @Override
    public Mono<Void> run() {
        return demo ? board().flatMap(this::loadOnce) : Mono.empty();
    }

    Mono<Void> loadOnce(ToldBefore.Board board) {
        var id = new CommunityId(board.community());
        return communities
                .all()
                .filter(map -> map.id().equals(id))
                .next()
                .flatMap(map -> written(id)
                        .flatMap(there -> Flux.fromIterable(missing(board, there))
                                .concatMap(it -> toldWhereItCan(it, map))
                                .then()));
    }

    static Mono<ToldBefore.Board> board() {
        return Mono.fromCallable(() -> new YAMLMapper()
                        .readValue(new Folder("deploy/demo").read(FILE).get(FILE), ToldBefore.Board.class))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Set<String>> written(CommunityId id) {
        return database.sql("select id from notices.notices where community_id = $1")
                .bind(0, id.value())
                .mapValue(String.class)
                .all()
                .collect(Collectors.toSet());
    }

    /// None where staff wrote notices and none of them is ours; otherwise the start may have stopped midway.
    private static List<ToldBefore> missing(ToldBefore.Board board, Set<String> there) {
        var missing = board.notices().stream()
                .filter(it -> !there.contains(named(it.title()).toString()))
                .toList();
        return there.isEmpty() || missing.size() < board.notices().size() ? missing : List.of();
    }

    private Mono<Result> toldWhereItCan(ToldBefore it, CommunityMap map) {
        boolean known = map.staffMember(it.by()).isPresent()
                && (it.approved() == null || map.staffMember(it.approved()).isPresent());
        return known
                ? told(it, map)
                : Mono.<Result>empty().doOnSubscribe(_ -> LOG.warn("{} of the demo: its staff is not there", it));
    }

    private Mono<Result> told(ToldBefore it, CommunityMap map) {
        return after(handle.save(by(it.by(), map), named(it.title()), it.draft(clock.instant())))
                .flatMap(draft -> after(handle.submit(by(it.by(), map), draft)))
                .flatMap(waiting -> it.approved() == null
                        ? Mono.just(new Result.Done(waiting))
                        : approved(by(it.approved(), map), waiting));
    }

    private Mono<Result> approved(StaffMember by, Notice waiting) {
        return noted(look.at(waiting).flatMap(seen -> handle.approve(by, waiting, Seen.of(waiting, seen.people()))));
    }

    private static Mono<Result> noted(Mono<Result> step) {
        return step.doOnNext(it -> {
            if (it instanceof Result.Declined(String why)) {
                LOG.warn("a notice of the demo goes no further: {}", why);
            }
        });
    }

    private static StaffMember by(String id, CommunityMap map) {
        return map.staffMember(id).orElseThrow();
    }

    private static UUID named(String title) {
        return UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty where it was declined.
    private static Mono<Notice> after(Mono<Result> step) {
        return noted(step).ofType(Result.Done.class).map(Result.Done::after);
    }
}

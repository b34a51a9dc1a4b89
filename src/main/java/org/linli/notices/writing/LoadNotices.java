package org.linli.notices.writing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.AtStart;
import org.linli.platform.words.Folder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Has the staff of the made-up community write some notices, once: where it has any, nothing is added. They are
/// written, approved and sent as all others are.
@Component
@Order(210)
class LoadNotices implements AtStart {

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
                .filterWhen(map -> isEmpty(id))
                .flatMap(map -> Flux.fromIterable(board.notices())
                        .concatMap(it -> told(it, map))
                        .then());
    }

    static Mono<ToldBefore.Board> board() {
        return Mono.fromCallable(() -> new YAMLMapper()
                        .readValue(new Folder("deploy/demo").read(FILE).get(FILE), ToldBefore.Board.class))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Boolean> isEmpty(CommunityId id) {
        return database.sql("select not exists (select from notices.notices where community_id = $1) as it")
                .bind(0, id.value())
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<Result> told(ToldBefore it, CommunityMap map) {
        return after(handle.save(by(it.by(), map), named(it.title()), it.draft(clock.instant())))
                .flatMap(draft -> after(handle.submit(by(it.by(), map), draft)))
                .flatMap(waiting -> it.approved() == null
                        ? Mono.just(new Result.Done(waiting))
                        : approved(by(it.approved(), map), waiting));
    }

    private Mono<Result> approved(StaffMember by, Notice waiting) {
        return look.at(waiting).flatMap(seen -> handle.approve(by, waiting, Seen.of(waiting, seen.people())));
    }

    private static StaffMember by(String id, CommunityMap map) {
        return map.staffMember(id).orElseThrow();
    }

    private static UUID named(String title) {
        return UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty where it was declined.
    private static Mono<Notice> after(Mono<Result> step) {
        return step.ofType(Result.Done.class).map(Result.Done::after);
    }
}

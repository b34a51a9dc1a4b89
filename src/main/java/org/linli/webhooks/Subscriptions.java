package org.linli.webhooks;

import static org.linli.platform.database.Columns.text;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.calling.CallLine;
import org.linli.platform.calling.CallTables;
import org.linli.platform.calling.SafeTargets;
import org.linli.platform.calling.Signature;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Who wants to be told of what: made, given another secret, stopped, sent anew. Each change is noted in the audit
/// trail, and nothing else is.
@Component
public class Subscriptions {

    /// For so long both secrets sign, so that a receiver can change over without losing a call.
    private static final Duration OVERLAP = Duration.ofDays(1);

    static final CallTables LINE = new CallTables(
            "webhooks.deliveries",
            "webhooks.subscriptions",
            "subscription",
            "topic",
            "url, secret, previous_secret, previous_until");

    /// A subscription with the secret that signs its calls, for the only time.
    public record Made(String id, String secret) {

        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    private final DatabaseClient database;
    private final SafeTargets targets;
    private final SubscriptionSecrets secrets;
    private final NoteChange changes;
    private final Clock clock;
    private final CallLine line;

    Subscriptions(
            DatabaseClient database,
            SafeTargets targets,
            SubscriptionSecrets secrets,
            NoteChange changes,
            Clock clock) {
        this.database = database;
        this.targets = targets;
        this.secrets = secrets;
        this.changes = changes;
        this.clock = clock;
        this.line = new CallLine(LINE, database, clock);
    }

    /// Empty where calls may not lead there, or no topic was named.
    public Mono<Made> make(StaffMember by, URI url, Set<Topic> topics) {
        return !targets.mayBe(url) || topics.isEmpty()
                ? Mono.empty()
                : Mono.fromCallable(() -> new Made(UUID.randomUUID().toString(), Signature.newSecret()))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(made ->
                                changes.after(written(by, made, url, topics), it -> noted(by, it.id(), "made")));
    }

    private Mono<Made> written(StaffMember by, Made made, URI url, Set<Topic> topics) {
        String community = by.community().value();
        return database.sql("""
            insert into webhooks.subscriptions (community_id, id, url, topics, secret, made_by, made_at)
            values ($1, $2, $3, $4, $5, $6, $7)""")
                .bind(0, community)
                .bind(1, made.id())
                .bind(2, url.toString())
                .bind(3, topics.stream().map(Topic::name).toArray(String[]::new))
                .bind(4, secrets.toSign(made.secret(), community, made.id()))
                .bind(5, by.id())
                .bind(6, now())
                .then()
                .thenReturn(made);
    }

    /// A new secret, for the only time; the one before signs beside it for a day. Empty where there is no such
    /// subscription.
    public Mono<String> rotate(StaffMember by, String id) {
        var rotated = Mono.fromCallable(Signature::newSecret)
                .subscribeOn(Schedulers.boundedElastic())
                .filterWhen(secret -> stored(by.community(), id)
                        .flatMap(old -> replaced(by.community().value(), id, old, secret))
                        .defaultIfEmpty(false));
        return changes.after(rotated, _ -> noted(by, id, "secret rotated"));
    }

    private Mono<String> stored(CommunityId community, String id) {
        return database.sql("select secret from webhooks.subscriptions where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(row -> text(row, "secret"))
                .one();
    }

    /// @param old as it stands; somebody else may be turning it too, and then one of both is refused
    private Mono<Boolean> replaced(String community, String id, String old, String secret) {
        return database.sql("""
                    update webhooks.subscriptions
                    set previous_secret = $5, previous_until = $4, secret = $3
                    where community_id = $1 and id = $2 and secret = $6""")
                .bind(0, community)
                .bind(1, id)
                .bind(2, secrets.toSign(secret, community, id))
                .bind(3, clock.instant().plus(OVERLAP).atOffset(ZoneOffset.UTC))
                .bind(4, secrets.toSignBeside(old, community, id))
                .bind(5, old)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Calls it no more; what waits is kept. Never empty: whether it was called until now.
    public Mono<Boolean> stop(StaffMember by, String id) {
        return changes.where(Mono.defer(() -> line.stop(by.community(), id)), noted(by, id, "stopped"));
    }

    /// Sends everything anew that waits for it, from now on. Never empty: whether there is such a subscription.
    public Mono<Boolean> resend(StaffMember by, String id) {
        return changes.where(Mono.defer(() -> line.resend(by.community(), id)), noted(by, id, "resumed"));
    }

    private Noted noted(StaffMember by, String id, String detail) {
        return new Noted(by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "webhook/" + id, detail, clock.instant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

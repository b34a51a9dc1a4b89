package org.linli.webhooks;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.linli.platform.calling.CallResult;
import org.linli.platform.calling.MakeCalls;
import org.linli.platform.calling.Outgoing;
import org.linli.platform.calling.PostCall;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Calls those who subscribed. A call that does not arrive is made again for three days; then its subscription is put
/// aside and shown to administrators, with everything that waits for it.
@Component
class DeliverWebhooks implements Job {

    private record Due(Outgoing to, String body) {}

    private final MakeCalls calls;
    private final SubscriptionSecrets secrets;
    private final PostCall post;

    DeliverWebhooks(DatabaseClient database, SubscriptionSecrets secrets, PostCall post, Clock clock) {
        this.calls = new MakeCalls(Subscriptions.LINE, database, clock);
        this.secrets = secrets;
        this.post = post;
    }

    @Override
    public String name() {
        return "deliver-webhooks";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration limit() {
        return MakeCalls.LEASE;
    }

    @Override
    public Mono<Integer> round() {
        return round(post::post);
    }

    /// Makes the calls that are due now. Never empty: how many.
    ///
    /// @param call what goes out, and its body
    Mono<Integer> round(BiFunction<Outgoing, String, Mono<CallResult>> call) {
        return calls.round(this::due, due -> call.apply(due.to(), due.body()));
    }

    private Due due(Readable row, Instant now) {
        String id = "evt_%s_%d".formatted(text(row, "community_id"), number(row, "id"));
        return new Due(new Outgoing(URI.create(text(row, "url")), secrets.signing(row, now), id), text(row, "body"));
    }
}

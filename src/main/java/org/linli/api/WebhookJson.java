package org.linli.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.webhooks.Delivery;
import org.linli.webhooks.Subscription;
import org.linli.webhooks.Topic;

/// Subscriptions and their calls as programs see them. No secret is in here.
final class WebhookJson {

    private WebhookJson() {}

    static Map<String, @Nullable Object> of(Subscription it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("url", it.url().toString());
        json.put("topics", it.topics().stream().map(Topic::word).sorted().toList());
        json.put("made_at", it.madeAt().toString());
        json.put("failing_since", time(it.failingSince()));
        json.put("stopped_at", time(it.stoppedAt()));
        json.put("stopped_why", it.stoppedWhy());
        json.put("rotating_until", time(it.rotatingUntil()));
        json.put("waiting", it.waiting());
        return json;
    }

    static Map<String, @Nullable Object> of(Delivery it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", Long.toString(it.id()));
        json.put("topic", it.topic().word());
        json.put("at", it.at().toString());
        json.put("tries", it.tries());
        json.put("outcome", it.outcome());
        json.put("done_at", time(it.doneAt()));
        json.put("due_at", it.doneAt() == null ? time(it.dueAt()) : null);
        return json;
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}

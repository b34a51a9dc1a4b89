package org.linli.cases.web;

import static org.linli.cases.web.SignedInAs.LM;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.linli.channels.Quote;
import org.linli.inbox.Arrival;
import org.linli.inbox.HandleArrival;
import org.springframework.r2dbc.core.DatabaseClient;

/// People who say something, answered before it goes on.
public record Talker(Intake intake, HandleArrival converse, DatabaseClient database, Clock clock) {

    public void says(String who, String words, @Nullable Address group) {
        points(who, words, group, null);
    }

    /// The platform's id of it.
    public String points(String who, String words, @Nullable Address group, @Nullable Quote at) {
        String id = UUID.randomUUID().toString();
        hears(new Inbound(
                        LM,
                        id,
                        Address.parse("webchat:lm:person:" + who),
                        group,
                        group == null,
                        new Content.Text(words),
                        clock.instant())
                .quoting(at));
        return id;
    }

    /// In a group, to us.
    public void calls(String who, String words, Address group) {
        hears(new Inbound(
                LM,
                UUID.randomUUID().toString(),
                Address.parse("webchat:lm:person:" + who),
                group,
                true,
                new Content.Text(words),
                clock.instant()));
    }

    /// In private.
    public void shows(String who) {
        var from = Address.parse("webchat:lm:person:" + who);
        hears(new Inbound(
                LM,
                UUID.randomUUID().toString(),
                from,
                null,
                true,
                new Content.Picture("picture-" + UUID.randomUUID(), null),
                clock.instant()));
    }

    private void hears(Inbound message) {
        intake.keep(message).block();
        Long id = database.sql(
                        "update inbox.arrivals set state = 'working', attempt = 1 where platform_id = $1 returning id")
                .bind(0, message.platformId())
                .mapValue(Long.class)
                .one()
                .block();
        converse.handle(new Arrival(Objects.requireNonNull(id), message, clock.instant(), null, 1))
                .block();
    }
}

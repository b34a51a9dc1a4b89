package org.linli.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.linli.Linli;
import org.linli.channels.Content;
import org.linli.inbox.Arrival;
import org.linli.inbox.ArrivalDone;
import org.linli.inbox.HandleArrival;
import org.linli.outbox.Letter;
import org.linli.outbox.PassiveLetter;
import org.linli.outbox.RenderLetters;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.database.WriteEffects;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The whole program, with somebody who answers each message by one row and one letter: in the response where there
/// is time, sometimes too late, sometimes just so.
@TestConfiguration(proxyBeanMethods = false)
public class UnderFire {

    /// Nothing in the table `fire.effects` keeps a second row of the same message out.
    record Effected(CommunityId community, String message) implements Effect {}

    /// A file beside the program: once it is there, the program takes all memory.
    static final String HUNGER = "hunger";

    public static void main(String[] args) {
        new SpringApplicationBuilder(Linli.class, UnderFire.class).run(args);
    }

    @Bean
    @Primary
    HandleArrival answerEverything(Effects effects, RenderLetters render, Clock clock) {
        return arrival -> Mono.delay(thinking()).then(Mono.defer(() -> effects.commit(decide(arrival, render, clock))));
    }

    @Bean
    ApplicationRunner eatWhenToldTo() {
        return _ -> Thread.ofPlatform().daemon().start(() -> {
            var eaten = new ArrayList<byte[]>();
            try {
                while (!Files.deleteIfExists(Path.of(HUNGER))) {
                    Thread.sleep(200);
                }
                while (true) {
                    eaten.add(new byte[1 << 20]);
                }
            } catch (IOException | InterruptedException ended) {
                throw new IllegalStateException(eaten.size() + " MB eaten", ended);
            }
        });
    }

    @Bean
    WriteEffects<Effected> writeEffected(DatabaseClient database) {
        return new WriteEffects<>() {
            @Override
            public Class<Effected> kind() {
                return Effected.class;
            }

            @Override
            public Mono<Void> write(List<Effected> effects) {
                return database.sql("insert into fire.effects select unnest($1::text[])")
                        .bind("$1", effects.stream().map(Effected::message).toArray(String[]::new))
                        .then();
            }
        };
    }

    private static Duration thinking() {
        int dice = ThreadLocalRandom.current().nextInt(100);
        return Duration.ofMillis(dice == 0 ? 4_500 : dice < 10 ? 300 : 10);
    }

    private static List<Effect> decide(Arrival arrival, RenderLetters render, Clock clock) {
        var message = arrival.message();
        String words = ((Content.Text) message.content()).text();
        var letter = new Letter(
                message.community(), "answer/" + words, message.replyTo(), "fire", Map.of("words", "answer " + words));
        boolean inTime = arrival.passiveUntil() != null && clock.instant().isBefore(arrival.passiveUntil());
        var all = new ArrayList<Effect>(message.consequences(arrival.receivedAt()));
        all.addAll(
                inTime && !words.endsWith("7")
                        ? List.of(ArrivalDone.of(arrival, render.render(letter)), new PassiveLetter(letter))
                        : List.of(ArrivalDone.of(arrival, null), letter));
        all.add(new Effected(arrival.message().community(), words));
        return all;
    }
}

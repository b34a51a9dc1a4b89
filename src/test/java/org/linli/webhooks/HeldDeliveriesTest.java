package org.linli.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.Shows;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.outbox.SinceRestore;
import org.linli.outbox.SinceRestore.Settled;
import org.linli.outbox.SinceRestore.Wish;
import org.linli.outbox.WaitingCalls;
import org.linli.platform.calling.CallResult;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/// What programs may have heard before a backup was brought back waits with the letters, and for the same tap.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class HeldDeliveriesTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    FindSubscriptions find;

    @Autowired
    DeliverWebhooks deliver;

    @Autowired
    FindDeliveries deliveries;

    @Autowired
    QueueDeliveries queue;

    @Autowired
    SinceRestore restores;

    @Autowired
    WaitingCalls waiting;

    @Autowired
    Trail trail;

    @Autowired
    Communities communities;

    @Autowired
    DatabaseClient database;

    private String subscription = "";

    @BeforeEach
    void restored() {
        completed(database.sql("delete from webhooks.subscriptions").then());
        completed(database.sql("insert into outbox.restores (community_id, restored_at) values ('lm', now())")
                .then());
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        subscription = result(subscriptions.make(chen, URI.create("https://example.org/"), Set.of(Topic.values())))
                .id();
    }

    @AfterEach
    void nothingWaits() {
        completed(database.sql("delete from outbox.restores").then());
        completed(database.sql("delete from webhooks.subscriptions").then());
    }

    @Shows("the database is restored from a backup")
    @Test
    void whatHappensByItselfWaitsAndEverythingElseIsCalled() {
        happens(Topic.POLL_COUNTED, true);
        happens(Topic.CASE_OPENED, false);

        assertThat(calledNow()).containsExactly("CASE_OPENED");
        assertThat(result(restores.of(SignedInAs.LM)).calls()).isEqualTo(1);
        assertThat(results(deliveries.of(SignedInAs.LM, subscription, Long.MAX_VALUE, 9)))
                .extracting(Delivery::topic, Delivery::outcome, it -> it.dueAt() == null)
                .contains(tuple(Topic.POLL_COUNTED, "since_restore", true));
    }

    @Test
    void theTapThatSendsLettersSendsThemToo() {
        happens(Topic.POLL_COUNTED, true);

        assertThat(settled(Wish.SEND).calls()).isEqualTo(1);

        assertThat(calledNow()).containsExactly("POLL_COUNTED");
        happens(Topic.NOTICE_SENT, true);
        assertThat(calledNow()).as("afterwards they leave by themselves again").containsExactly("NOTICE_SENT");
    }

    @Test
    void whatIsDroppedIsNeverCalled() {
        happens(Topic.POLL_COUNTED, true);

        assertThat(settled(Wish.DROP).calls()).isEqualTo(1);

        assertThat(calledNow()).isEmpty();
        assertThat(result(find.one(SignedInAs.LM, subscription)).waiting()).isZero();
        assertThat(result(deliveries
                                .of(SignedInAs.LM, subscription, Long.MAX_VALUE, 9)
                                .next())
                        .outcome())
                .isEqualTo("dropped");
    }

    @Test
    void whatWasHeldWhileSomebodyDecidedWaitsForAnotherTap() {
        happens(Topic.POLL_COUNTED, true);
        completed(database.sql("update outbox.restores set ended_at = now()").then());

        assertThat(result(restores.of(SignedInAs.LM)).calls()).isEqualTo(1);
        assertThat(settled(Wish.SEND).calls()).isEqualTo(1);
        assertThat(calledNow()).containsExactly("POLL_COUNTED");
        assertThat(restores.of(SignedInAs.LM).blockOptional()).isEmpty();
        assertThat(restores.settle(SignedInAs.LM, "chen", Wish.SEND).blockOptional())
                .as("nothing was to be decided")
                .isEmpty();
    }

    @Test
    void thePageOfLettersSaysHowManyWait() {
        SignedInAs.givePasswords(passwords, encoder);
        happens(Topic.POLL_COUNTED, true);
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/letters")).contains("要推送给程序的消息也停在这里，现在有 1 条");
        chen.post("/desk/letters/restored", Map.of("act", "drop"))
                .expectStatus()
                .isSeeOther();
        assertThat(chen.page("/desk/letters")).doesNotContain("要推送给程序的消息");
    }

    @Test
    void oneIsDroppedAndTheOthersWaitOn() {
        SignedInAs.givePasswords(passwords, encoder);
        happens(Topic.POLL_COUNTED, true);
        happens(Topic.NOTICE_SENT, true);
        var chen = new SignedInAs("chen", web);
        String shown = chen.page("/desk/letters");
        assertThat(shown)
                .contains("一条一条看要推送的消息", "投票计完", "通知开始发送", "example.org")
                .doesNotContain("??");
        var key = Pattern.compile("value=\"(webhooks/\\d+)\"").matcher(shown);
        assertThat(key.find()).isTrue();

        for (String said : new String[] {"dropped-call", "gone"}) {
            chen.post("/desk/letters/calls/drop", Map.of("key", key.group(1)))
                    .expectHeader()
                    .valueEquals("Location", "/desk/letters?said=" + said);
        }

        assertThat(chen.page("/desk/letters?said=dropped-call"))
                .contains("这一条不再推送", "现在有 1 条", "投票计完")
                .doesNotContain("通知开始发送");
        assertThat(result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 1)
                        .collectList()))
                .singleElement()
                .satisfies(it -> assertThat(it.detail()).startsWith("drop webhooks/"));
        settled(Wish.SEND);
        assertThat(calledNow()).containsExactly("POLL_COUNTED");
    }

    @Test
    void nobodyDropsWhatWaitsElsewhere() {
        happens(Topic.POLL_COUNTED, true);
        String key = result(waiting.of(SignedInAs.LM).next()).key();

        assertThat(result(waiting.drop(new CommunityId("hq"), "bao", key))).isFalse();
        assertThat(result(waiting.drop(SignedInAs.LM, "chen", "open311/" + key.substring(9))))
                .isFalse();
        assertThat(result(waiting.drop(SignedInAs.LM, "chen", "webhooks/x"))).isFalse();
        assertThat(result(restores.of(SignedInAs.LM)).calls()).isEqualTo(1);
    }

    private Settled settled(Wish wish) {
        return result(restores.settle(SignedInAs.LM, "chen", wish));
    }

    private void happens(Topic topic, boolean unasked) {
        completed(
                queue.add(List.of(new Happening(SignedInAs.LM, topic, Instant.now(), unasked, Map.of("number", "1")))));
    }

    /// Topics of the calls that a round makes; nothing leaves this machine.
    private List<String> calledNow() {
        var bodies = new CopyOnWriteArrayList<String>();
        completed(deliver.round((_, body) -> {
                    bodies.add(body);
                    return Mono.just(CallResult.ARRIVED);
                })
                .then());
        return bodies.stream()
                .flatMap(body -> Arrays.stream(Topic.values()).filter(it -> body.contains("\"" + it.word() + "\"")))
                .map(Topic::name)
                .toList();
    }
}

package org.linli.channels.wecom.kf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.Delivery;
import org.linli.channels.Intake;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.WebhookRejected;
import org.linli.channels.kept.ChangeAccounts;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.standin.Mischief;
import org.linli.standin.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// A service desk of WeCom's, played on a real port, and our side of it on a real database.
class KfTest extends PlayedWecom {

    private static final String CALLED =
            "<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>call-1</Token>"
                    + "<OpenKfId>wkDesk1</OpenKfId></xml>";

    @Autowired
    KfChannel channel;

    @Autowired
    SyncMessages sync;

    @Autowired
    Cursors cursors;

    @Autowired
    KfDesks desks;

    @Autowired
    ReadPage pages;

    @Autowired
    Welcomes welcomes;

    @Autowired
    DatabaseClient database;

    @Autowired
    ObjectProvider<Intake> inbox;

    @Autowired
    ChangeAccounts change;

    private String customer = "";

    @BeforeEach
    void nothingWasRead() {
        DESK.shortPages(1000);
        customer = "wm" + UUID.randomUUID();
        completed(database.sql("delete from inbox.arrivals where channel = 'wecom-kf'")
                .then());
        completed(database.sql("truncate kf.cursors, kf.welcomes").then());
        completed(sync.round());
        completed(database.sql("delete from inbox.arrivals where channel = 'wecom-kf'")
                .then());
    }

    @Test
    void whatWasWrittenIsFetchedAfterACallAndKeptOnce() {
        writes("电梯坏了", "三栋的");

        assertThat(kept()).containsExactly("电梯坏了", "三栋的");
        call();
        completed(sync.round());
        assertThat(kept()).hasSize(2);
    }

    @Test
    void aCallIsNotedBeforeItIsAcknowledged() {
        assertThat(call()).isInstanceOf(Delivery.Ignored.class);

        assertThat(texts("select token as text from kf.cursors where called_at is not null"))
                .containsExactly("call-1");
    }

    @Test
    void manyShortPagesAreReadToTheEndAndInOrder() {
        DESK.shortPages(2);
        writes("一", "二", "三", "四", "五");

        assertThat(kept()).containsExactly("一", "二", "三", "四", "五");
    }

    @Test
    void aCrashBetweenKeepingAndTheCursorLosesNothingAndKeepsNothingTwice() {
        for (String words : List.of("一", "二", "三")) {
            DESK.play(customer, "say", words);
        }
        DESK.shortPages(1);
        call();
        completed(dyingAfter(2).round().onErrorComplete());
        assertThat(kept()).containsExactly("一", "二");

        completed(database.sql("update kf.cursors set lease_until = now() - interval '1 second'")
                .then());
        call();
        completed(sync.round());
        assertThat(kept()).containsExactly("一", "二", "三");
    }

    @Test
    void whileOneReplicaReadsADeskNoOtherDoes() {
        call();
        assertThat(results(cursors.claim(List.of("desk")))).hasSize(1);

        assertThat(result(sync.round())).isZero();
    }

    @Test
    void whoLostTheLeaseDoesNotMoveTheCursor() {
        call();
        var lost = result(cursors.claim(List.of("desk")).single());
        completed(database.sql("update kf.cursors set attempt = attempt + 1").then());

        assertThat(cursors.read(lost.after("c999"), false).blockOptional()).isEmpty();
        assertThat(texts("select cursor as text from kf.cursors")).doesNotContain("c999");
    }

    @Test
    void aTokenThatIsTooOldIsLeftOut() {
        DESK.play(customer, "say", "电梯坏了");
        call();
        DESK.expireCallToken();
        completed(sync.round());

        assertThat(kept()).containsExactly("电梯坏了");
    }

    @Test
    void aPlatformThatIsAwayIsAskedAgainInAFewSeconds() {
        DESK.play(customer, "say", "电梯坏了");
        SERVER.misbehave("/cgi-bin/kf/sync_msg", new Mischief.Page(503));
        call();
        completed(sync.round());
        assertThat(kept()).isEmpty();

        SERVER.behave();
        completed(database.sql("update kf.cursors set lease_until = lease_until - interval '6 seconds'")
                .then());
        completed(sync.round());
        assertThat(kept()).containsExactly("电梯坏了");
    }

    @Test
    void whoOnlyLooksInIsGreetedOnce() {
        DESK.play(customer, "look-in", "");
        call();
        completed(sync.round());
        assertThat(kinds()).containsExactly("followed");

        completed(channel.send(to(customer, "w-" + customer, "您好", List.of())));
        assertThat(heard()).extracting(Person.Line::text).containsExactly("您好");
        assertFails(to(customer, "w2-" + customer, "还在吗", List.of()), WINDOW_CLOSED);
    }

    @Test
    void fiveThingsMayBeSaidAndTheSameLetterIsSaidOnce() {
        DESK.play(customer, "say", "在吗");
        for (int i = 0; i < 4; i++) {
            completed(channel.send(to(customer, i + customer, "第" + i, List.of())));
        }
        completed(channel.send(to(customer, "0" + customer, "第0", List.of())));
        assertThat(heard()).hasSize(4);

        completed(channel.send(to(customer, "4" + customer, "第4", List.of())));
        assertFails(to(customer, "5" + customer, "第5", List.of()), WINDOW_CLOSED);
    }

    @Test
    void whatCanBeTappedIsAMenu() {
        DESK.play(customer, "say", "电梯坏了");
        completed(channel.send(to(customer, "c-" + customer, "哪一栋？", List.of("1栋", "2栋"))));

        assertThat(heard().getFirst().choices()).containsExactly("1栋", "2栋");
    }

    @Test
    void whoWantsAPersonGoesIntoThePlatformsQueue() {
        DESK.play(customer, "say", "转人工");
        completed(channel.send(
                new Outbound("h-" + customer, address(customer), "马上有人来", List.of(), "handed-over", Map.of())));
        assertThat(DESK.state(customer)).isEqualTo(2);

        completed(channel.send(
                new Outbound("b-" + customer, address(customer), "我又在了", List.of(), "handed-back", Map.of())));
        assertThat(DESK.state(customer)).isEqualTo(1);
    }

    @Test
    void whatDidNotArriveIsTold() {
        var event =
                Map.of("event_type", "msg_send_fail", "external_userid", customer, "fail_msgid", "abc", "fail_type", 4);
        DESK.happens(Map.of("origin", 4, "msgtype", "event", "event", event));
        call();
        completed(sync.round());

        assertThat(kinds()).containsExactly("delivered");
    }

    @Test
    void everyKindIsReadAndWhatIsNewIsUnknown() {
        says("image", Map.of("media_id", "i"));
        says("voice", Map.of("media_id", "v"));
        says("video", Map.of("media_id", "f"));
        says("file", Map.of("media_id", "d"));
        says("location", Map.of("latitude", 31.2, "longitude", 121.4, "name", "东门", "address", "柳苑路"));
        says("link", Map.of("title", "t", "url", "https://example.org"));
        says("miniprogram", Map.of("title", "t"));
        says("hologram", Map.of());
        call();
        completed(sync.round());

        assertThat(kinds())
                .containsExactly("picture", "voice", "video", "file", "position", "link", "unknown", "unknown");
    }

    @Test
    void aDeskOfAPageIsReadUntilItIsRemovedAndReadOnWhenItIsBroughtBack() {
        var desk = ChangeAccounts.fresh(
                new CommunityId("lm"),
                KfChannel.ID,
                "服务台",
                Map.of(
                        "corp-id", "ww1",
                        "open-kf-id", "wkDesk1",
                        "secret", PlayedCorp.SECRET,
                        "token", PlayedCorp.TOKEN,
                        "encoding-aes-key", PlayedCorp.KEY));
        result(change.make("chen", desk));
        DESK.play(customer, "say", "电梯坏了");
        assertThat(call(channel, desk.id(), CALLED)).isInstanceOf(Delivery.Ignored.class);
        completed(sync.round());
        var letter = new Outbound("LM-7/1", Address.person(KfChannel.ID, desk.id(), customer), "已经记下", List.of());
        result(channel.send(letter));

        assertThat(keptBy(desk.id())).containsExactly("电梯坏了");
        assertThat(heard()).anyMatch(it -> it.text().equals("已经记下"));

        result(change.remove("chen", desk));
        DESK.play(customer, "say", "有人吗");
        assertThatThrownBy(() -> call(channel, desk.id(), CALLED)).isInstanceOf(WebhookRejected.class);
        completed(sync.round());
        assertFails(letter, SendFailure.Reason.MISCONFIGURED);
        assertThat(keptBy(desk.id())).hasSize(1);

        result(change.bringBack("chen", desk.community(), KfChannel.ID, desk.id()));
        call(channel, desk.id(), CALLED);
        completed(sync.round());
        assertThat(keptBy(desk.id())).containsExactly("电梯坏了", "有人吗");
        result(change.remove("chen", desk));
    }

    private List<String> keptBy(String desk) {
        return texts("select message #>> '{content,text}' as text from inbox.arrivals where channel = 'wecom-kf'"
                + " and message ->> 'from' = 'wecom-kf:" + desk + ":person:" + customer + "' order by id");
    }

    private void assertFails(Outbound letter, SendFailure.Reason reason) {
        assertThat(result(channel.send(letter)
                        .then(Mono.just("sent"))
                        .onErrorResume(
                                SendFailure.class, it -> Mono.just(it.reason().name()))))
                .isEqualTo(reason.name());
    }

    private void says(String kind, Map<String, Object> content) {
        DESK.happens(Map.of("external_userid", customer, "origin", 3, "msgtype", kind, kind, content));
    }

    private void writes(String... all) {
        for (String words : all) {
            DESK.play(customer, "say", words);
        }
        call();
        completed(sync.round());
    }

    private Delivery call() {
        return call(channel, "desk", CALLED);
    }

    /// A replica that dies when the page after so many messages is kept, before its cursor is.
    private SyncMessages dyingAfter(int messages) {
        var left = new AtomicInteger(messages);
        Intake dying = message -> left.getAndDecrement() > 0
                ? inbox.getObject().keep(message)
                : Mono.error(new IllegalStateException("killed"));
        return new SyncMessages(desks, cursors, pages, welcomes, new Fixed(dying));
    }

    private record Fixed(Intake only) implements ObjectProvider<Intake> {
        @Override
        public Intake getObject() {
            return only;
        }
    }

    private List<String> kept() {
        return texts("select message #>> '{content,text}' as text from inbox.arrivals where channel = 'wecom-kf'"
                + " and message ->> 'from' like '%" + customer + "' and message #>> '{content,text}' is not null"
                + " order by id");
    }

    private List<String> kinds() {
        return texts("select message #>> '{content,type}' as text from inbox.arrivals where channel = 'wecom-kf'"
                + " and message ->> 'from' like '%" + customer + "' order by id");
    }

    private List<Person.Line> heard() {
        return DESK.people().stream()
                .filter(it -> it.id().equals(customer))
                .flatMap(it -> it.talk().stream())
                .filter(it -> it.act().isEmpty())
                .toList();
    }

    private static Outbound to(String person, String key, String text, List<String> choices) {
        return new Outbound(key, address(person), text, choices);
    }

    private static Address address(String person) {
        return Address.person(KfChannel.ID, "desk", person);
    }

    private List<String> texts(String sql) {
        return results(database.sql(sql).map(row -> Columns.text(row, "text")).all());
    }
}

package org.linli.channels.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.UNCERTAIN;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.xmpp.Prosody.DOMAIN;
import static org.linli.channels.xmpp.Prosody.PASSWORD;
import static org.linli.channels.xmpp.Prosody.ROOMS;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.channels.Checkup;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.HeardLog;
import org.linli.channels.contract.NotHere;
import org.linli.channels.kept.KeptAccount;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Rooms, private talks and archives of a real server.
@LinliTest
@NotHere(
        value = {Case.TAMPERED, Case.OLD, Case.AT_ONCE},
        because = "nobody calls us: what is said comes over a connection that we opened, and under the same id from"
                + " the archive, as the tests below show")
@NotHere(value = Case.WORDS, because = "an empty line is no message here; all others are read in TranslateTest")
@NotHere(value = Case.CODE_IN_200, because = "what a server refuses with is read in RefusedTest; there is no HTTP")
@NotHere(
        value = {Case.THROTTLED, Case.WINDOW_CLOSED, Case.PERSON_GONE, Case.FORBIDDEN, Case.OUT_OF_ORDER, Case.HUNG_UP},
        because = "the server is a real one: it stops, freezes and refuses in the tests below and in RefusedTest")
@NotHere(
        value = {Case.TOKEN_EXPIRED, Case.TOKEN_NEVER_TAKEN},
        because = "a password opens the connection; there are no tokens")
class XmppIT implements AdapterContract {

    private static final String ACCOUNT = "main";
    private static final String ROOM = "b3@" + ROOMS;
    private static final String PAGE = "0123456789abcdef";

    @RegisterExtension
    static final Prosody SERVER = new Prosody("linli", "wang", "li", "helper");

    @Autowired
    DatabaseClient database;

    Neighbour wang;
    MultiUserChat b3;
    Replica replica;

    @BeforeEach
    void aRoomWithANeighbourAndUs() throws Exception {
        database.sql("truncate xmpp.leases, xmpp.archives, xmpp.nicknames, xmpp.occupants")
                .then()
                .block();
        wang = new Neighbour(SERVER, "wang");
        b3 = wang.enter("b3");
        replica = new Replica(database, settings(XmppAccount.Security.PLAIN, null)).untilIn(ACCOUNT, ROOM);
    }

    @AfterEach
    void leave() {
        replica.close();
        wang.close();
    }

    @Override
    public Channel channel() {
        return replica.channel;
    }

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public Outbound letter(String text) {
        return new Outbound("LM-1/case-opened", room(ROOM), text, List.of("查进度"));
    }

    @Override
    public Mono<List<Inbound>> genuine(String text) {
        return Mono.fromCallable(() -> {
            wang.say("b3", text);
            replica.untilKept(text);
            return List.copyOf(replica.kept);
        });
    }

    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        return List.of(genuine(WORDS));
    }

    @Override
    public List<Runnable> troubles() {
        return List.of(() -> {});
    }

    @Override
    public List<String> secrets() {
        return List.of(PASSWORD, "wang");
    }

    @Override
    public Mono<List<Inbound>> invented(String kind) {
        return Mono.fromCallable(() -> {
            wang.send(StanzaBuilder.buildMessage("h1")
                    .ofType(Message.Type.groupchat)
                    .to(ROOM)
                    .addExtension(StandardExtensionElement.builder(kind, "urn:example:future")
                            .build())
                    .build());
            replica.until(() -> !replica.kept.isEmpty(), kind);
            return List.copyOf(replica.kept);
        });
    }

    @Test
    void whatIsSaidInARoomAndInPrivateIsKeptWithItsPlaceAndSpeaker() throws Exception {
        wang.say("b3", "电梯又停了");
        wang.say("b3", "小邻，有人管吗");
        wang.write("linli@" + DOMAIN, "我家漏水");
        wang.write(ROOM + "/小邻", "不想让邻居看见");
        replica.untilKept("电梯又停了").untilKept("我家漏水").untilKept("不想让邻居看见");

        assertThat(replica.kept)
                .filteredOn(it -> it.group() != null)
                .satisfiesExactly(
                        first -> {
                            assertThat(first.group()).isEqualTo(room(ROOM));
                            assertThat(first.from()).isEqualTo(person(ROOM + "/wang"));
                            assertThat(first.mentioned()).isFalse();
                        },
                        second -> assertThat(second.mentioned()).isTrue());
        assertThat(kept("我家漏水").from()).isEqualTo(person("wang@" + DOMAIN));
        assertThat(kept("不想让邻居看见").from()).isEqualTo(person(ROOM + "/wang"));
        assertThat(replica.kept).extracting(Inbound::platformId).doesNotHaveDuplicates();
    }

    @Test
    void theWholeRoomHearsALetterAndOnePersonAPrivateOne() throws Exception {
        var said = replica.channel.send(letter("已经受理")).block(SOON);
        var heard = wang.hears("小邻", "已经受理");
        assertThat(said).isNotNull();
        assertThat(heard.getBody()).contains("查进度");
        assertThat(heard.getStanzaId()).isEqualTo(LetterId.of("LM-1/case-opened"));

        wang.write("linli@" + DOMAIN, "在吗");
        var receipt = Results.result(replica.channel.send(
                letter("k2", kept(replica.untilKept("在吗"), "在吗").from())));
        wang.hears("linli@" + DOMAIN, "修好了吗");
        replica.until(
                () -> replica.kept.stream()
                        .anyMatch(it -> it.content() instanceof Content.Delivered told
                                && told.arrived()
                                && told.receipt().equals(receipt.platformId())),
                "the client's receipt");
    }

    @Test
    void whoIsNotThereIsSaidSo() {
        assertThat(failure(letter("k3", person("nobody@" + DOMAIN)))).isEqualTo(RECIPIENT_GONE);
        assertThat(failure(letter("k4", person(ROOM + "/nobody")))).isEqualTo(RECIPIENT_GONE);
        assertThat(failure(letter("k5", room("b9@" + ROOMS)))).isEqualTo(MISCONFIGURED);
        assertThat(failure(new Outbound("k6", Address.person(Translate.XMPP, "other", "a@b"), "x", List.of())))
                .isEqualTo(MISCONFIGURED);
    }

    @Test
    void whatWasSaidWhileWeWereAwayIsReadOnceAndInOrder() throws Exception {
        wang.say("b3", "before");
        replica.untilKept("before").close();
        var meanwhile = IntStream.rangeClosed(1, 120).mapToObj(i -> "line " + i).toList();
        for (String line : meanwhile) {
            wang.say("b3", line);
        }
        wang.write("linli@" + DOMAIN, "private");
        wang.hears("wang", "line 120");

        var next = new Replica(database, settings(XmppAccount.Security.PLAIN, null));
        try {
            next.untilKept("line 120").untilKept("private");
            wang.say("b3", "after");
            next.untilKept("after");
            assertThat(next.words()).containsOnlyOnceElementsOf(meanwhile).doesNotContain("before");
            assertThat(next.words().stream().filter(it -> it.startsWith("line")))
                    .isEqualTo(meanwhile);
            assertThat(next.kept.getFirst().sentAt())
                    .isBeforeOrEqualTo(next.kept.getLast().sentAt());
        } finally {
            next.close();
        }
    }

    @Test
    void whatWeSaidOurselvesIsNotReadFromTheArchive() throws Exception {
        wang.say("b3", "before");
        replica.untilKept("before");
        replica.channel.send(letter("已经受理")).block(SOON);
        wang.say("b3", "after");
        replica.untilKept("after").close();
        database.sql("update xmpp.archives set last = ''").then().block();

        var next = new Replica(database, settings(XmppAccount.Security.PLAIN, null));
        try {
            next.untilKept("before").untilKept("after");
            assertThat(next.words()).noneMatch(it -> it.contains("已经受理"));
        } finally {
            next.close();
        }
    }

    @Test
    void aServerThatStopsAndStartsLosesNothingAndDoublesNothing() throws Exception {
        wang.say("b3", "before");
        replica.untilKept("before");
        SERVER.stop();
        replica.until(() -> replica.accounts.session(ACCOUNT).isEmpty(), "disconnected");
        assertThat(failure(letter("已经受理"))).isEqualTo(UNREACHABLE);

        SERVER.start();
        wang = new Neighbour(SERVER, "wang");
        wang.enter("b3");
        wang.say("b3", "back first");
        replica.untilKept("back first").untilIn(ACCOUNT, ROOM);
        wang.say("b3", "and again");
        replica.untilKept("and again");

        assertThat(replica.kept).extracting(Inbound::platformId).doesNotHaveDuplicates();
        replica.channel.send(letter("已经受理")).block(SOON);
        wang.hears("小邻", "已经受理");
    }

    @Test
    void whatTheInboxCannotTakeNowIsKeptLater() throws Exception {
        replica.inboxIsAway = true;
        wang.say("b3", "one");
        wang.say("b3", "two");
        wang.hears("wang", "two");
        assertThat(replica.kept).isEmpty();
        replica.inboxIsAway = false;
        replica.untilKept("two");

        assertThat(replica.words()).containsExactly("one", "two");
    }

    @Test
    void anotherReplicaTakesOverFromAFrozenOneAndTheServerEndsTheOldConnection() throws Exception {
        wang.say("b3", "to the first");
        replica.untilKept("to the first");
        var old = replica.accounts.session(ACCOUNT).orElseThrow();
        try (var successor = new Replica(database, settings(XmppAccount.Security.PLAIN, null))) {
            successor.accounts.round().block(SOON);
            assertThat(successor.accounts.elsewhere()).containsExactly(ACCOUNT);

            successor.untilIn(ACCOUNT, ROOM);
            assertThat(successor.accounts.session(ACCOUNT).orElseThrow().fence())
                    .isGreaterThan(old.fence());
            successor.until(() -> !old.isOpen(), "the old connection has ended");
            wang.say("b3", "to the second");
            successor.untilKept("to the second");
            assertThat(successor.words()).doesNotContain("to the first");
            assertThat(replica.words()).doesNotContain("to the second");
            assertThat(replica.accounts.round().block(SOON)).isZero();
            assertThat(replica.accounts.elsewhere()).containsExactly(ACCOUNT);
        }
    }

    @Test
    void whoeverOversleptCannotMoveTheArchivesPlaceBack() throws Exception {
        var archives = new Archives(database);
        var old = replica.accounts.session(ACCOUNT).orElseThrow();
        var room = old.rooms().iterator().next().address();
        wang.say("b3", "to the first");
        replica.untilKept("to the first");
        try (var successor = new Replica(database, settings(XmppAccount.Security.PLAIN, null))) {
            successor.untilIn(ACCOUNT, ROOM);
            wang.say("b3", "to the second");
            successor.untilKept("to the second");

            archives.read(old, room, "earlier")
                    .as(reactor.test.StepVerifier::create)
                    .verifyError(LeaseLost.class);
            assertThat(archives.last(old.account(), room).block()).isNotEqualTo("earlier");
        }
    }

    @Test
    void whoIsKickedOutComesBackAndHasMissedNothing() throws Exception {
        var old = replica.accounts.session(ACCOUNT).orElseThrow();
        b3.kickParticipant(Resourcepart.from("小邻"), "try");
        wang.say("b3", "while it was out");
        var kicked = replica.meters.counter("linli.xmpp.rooms.left", "account", ACCOUNT, "why", "kicked");
        // the archive that is read on entering may bring the words before we hear that we are out
        replica.until(() -> kicked.count() > 0, "kicked")
                .untilKept("while it was out")
                .untilIn(ACCOUNT, ROOM);

        assertThat(replica.accounts.session(ACCOUNT)).contains(old);
        assertThat(kicked.count()).isOne();
    }

    @Test
    void anArchiveThatForgotWhereWeWereIsToldAndReadAnew() throws Exception {
        wang.say("b3", "still there");
        replica.untilKept("still there").close();
        database.sql("update xmpp.archives set last = 'no-such-id'").then().block();

        var next = new Replica(database, settings(XmppAccount.Security.PLAIN, null));
        try {
            next.untilKept("still there");
            assertThat(next.meters
                            .counter("linli.xmpp.gaps", "account", ACCOUNT)
                            .count())
                    .isPositive();
        } finally {
            next.close();
        }
    }

    @Test
    void anEncryptedConnectionNeedsACertificateThatIsTrusted() throws Exception {
        replica.close();
        try (var trusting = new Replica(database, settings(XmppAccount.Security.TLS, SERVER.certificate()))) {
            trusting.untilIn(ACCOUNT, ROOM);
            var session = trusting.accounts.session(ACCOUNT).orElseThrow();
            assertThat(session.connection().isSecureConnection()).isTrue();
        }
        try (var wary = new Replica(database, settings(XmppAccount.Security.TLS, null))) {
            wary.accounts.round().block(SOON);
            wary.until(() -> !wary.accounts.all().getFirst().trouble().isEmpty(), "a refused certificate");
            assertThat(wary.accounts.session(ACCOUNT)).isEmpty();
        }
    }

    @Test
    void aLetterThatTheServerNeverAnsweredMayHaveArrived() throws Exception {
        SERVER.freeze();
        try {
            assertThat(failure(letter("已经受理"))).isEqualTo(UNCERTAIN);
        } finally {
            SERVER.thaw();
        }
    }

    @Test
    void aRoomThatDoesNotExistIsNotMadeAndAnInvitationIntoItIsFollowedAtOnce() throws Exception {
        replica.close();
        String fresh = "fresh@" + ROOMS;
        try (var next = new Replica(database, settings(XmppAccount.Security.PLAIN, null, PASSWORD, ROOM, fresh))) {
            next.until(() -> trouble(next, fresh).equals("item-not-found"), "no such room");
            wang.enter("fresh").invite(JidCreate.entityBareFrom("linli@" + DOMAIN), "come in");
            next.untilIn(ACCOUNT, ROOM, fresh);
            wang.enter("foreign").invite(JidCreate.entityBareFrom("linli@" + DOMAIN), "come in");
            wang.say("fresh", "welcome");
            next.untilKept("welcome");

            assertThat(next.accounts.session(ACCOUNT).orElseThrow().rooms()).hasSize(2);
            assertThat(next.words()).containsOnly("welcome");
        }
    }

    @Test
    @Override
    public void aWrongSecretIsTriedOnceAndToldOnce() {
        replica.close();
        try (var log = new HeardLog();
                var stranger = new Replica(database, settings(XmppAccount.Security.PLAIN, null, "hunter2", ROOM))) {
            Awaitility.await().atMost(SOON).until(() -> {
                stranger.accounts.round().block(SOON);
                return stranger.accounts.all().getFirst().trouble().equals("not-authorized");
            });
            Awaitility.await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> {
                stranger.accounts.round().block(SOON);
                return log.lines(Level.ERROR).size() == 1;
            });
            assertThat(log.lines(Level.ERROR).getFirst()).contains("password");
            assertThat(log.whole()).doesNotContain("hunter2");
        }
    }

    @Test
    void anAccountOfAPageIsConnectedChangedAndLetGoOfWithoutARestart() throws Exception {
        var pages = new AtomicReference<List<KeptAccount>>(List.of());
        var settings = new XmppSettings(List.of(), List.of(here()), Duration.ofSeconds(5), Duration.ofSeconds(30));
        try (var one = new Replica(database, settings, pages::get);
                var other = new Replica(database, settings, pages::get)) {
            wang.enter("b5");
            one.accounts.round().block(SOON);
            pages.set(List.of(page(1, PASSWORD, ROOM)));
            one.untilIn(PAGE, ROOM);
            other.accounts.round().block(SOON);
            wang.say("b3", "电梯又停了");
            one.untilKept("电梯又停了");
            assertThat(other.channel.elsewhere()).contains(PAGE);
            var first = one.accounts.session(PAGE).orElseThrow();

            pages.set(List.of(page(2, PASSWORD, ROOM, "b5@" + ROOMS)));
            one.until(() -> one.accounts.session(PAGE).filter(it -> it != first).isPresent(), "connected anew");
            one.untilIn(PAGE, ROOM, "b5@" + ROOMS);
            assertThat(first.isOpen()).isFalse();

            pages.set(List.of());
            one.until(() -> one.accounts.all().isEmpty(), "let go of");
            assertThat(one.known.all()).isEmpty();
            pages.set(List.of(page(3, PASSWORD, ROOM)));
            other.untilIn(PAGE, ROOM);
            assertThat(other.accounts.session(PAGE).orElseThrow().fence()).isGreaterThan(first.fence());
        }
    }

    private static XmppServer here() {
        return new XmppServer(DOMAIN, "127.0.0.1", SERVER.port(), XmppAccount.Security.PLAIN, null, List.of());
    }

    private static KeptAccount page(long version, String password, String... rooms) {
        var fields = Map.of(
                "jid", "helper@" + DOMAIN, "password", password, "nickname", "小助", "rooms", String.join("，", rooms));
        return new KeptAccount(new CommunityId("lm"), Translate.XMPP, PAGE, "小邻", fields, version);
    }

    @Test
    void whoLooksAfterTheAccountsSeesConnectionAndRooms() {
        var check = new CheckAccounts(replica.known, replica.accounts, replica.leases);

        assertThat(check.accounts()).hasSize(1);
        assertThat(Results.results(check.check(check.accounts().getFirst())))
                .containsExactly(
                        new Checkup.Step(Checkup.What.CONNECTED, Checkup.Result.DONE, ""),
                        new Checkup.Step(Checkup.What.GROUP, Checkup.Result.DONE, ROOM));
        assertThat(new XmppHealth(replica.accounts).health().getStatus()).isEqualTo(Status.UP);
        replica.accounts.session(ACCOUNT).orElseThrow().end("as the test wants");
        assertThat(new XmppHealth(replica.accounts).health().getStatus().getCode())
                .isEqualTo("TROUBLED");
    }

    @Test
    void whoTakesOverANicknameIsSomebodyElseAndReadsNothingThatIsForItsFormerOwner() throws Exception {
        wang.say("b3", "我家漏水");
        replica.untilKept("我家漏水");
        b3.leave();
        try (var li = new Neighbour(SERVER, "li")) {
            li.enter("b3", "wang");
            li.say("b3", "我家不漏");
            replica.untilKept("我家不漏");

            var stranger = kept("我家不漏").from();
            assertThat(kept("我家漏水").from()).isEqualTo(person(ROOM + "/wang"));
            assertThat(stranger.id()).startsWith(ROOM + "/wang/~");
            replica.channel
                    .send(new Outbound("LM-9/1", person(ROOM + "/wang"), "师傅明天到302", List.of()))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(
                            it -> assertThat(((SendFailure) it).reason()).isEqualTo(SendFailure.Reason.WINDOW_CLOSED));
            replica.channel
                    .send(new Outbound("LM-9/2", stranger, "好的", List.of()))
                    .block(SOON);
            li.hears("小邻", "好的");
            assertThat(li.heard).noneMatch(it -> it.getBody().contains("302"));
        }
    }

    /// By the room's presence with status 303; also where somebody else takes the old one at once.
    @Test
    void whoChangesTheirNicknameStaysWhoTheyAreAndReadsWhatIsForThem() throws Exception {
        wang.say("b3", "我家又漏水");
        replica.untilKept("我家又漏水");
        wang.rename("b3", "老王");
        wang.say("b3", "水还没停");
        replica.untilKept("水还没停");
        assertThat(kept("水还没停").from()).isEqualTo(person(ROOM + "/wang"));

        try (var li = new Neighbour(SERVER, "li")) {
            li.enter("b3", "wang");
            li.say("b3", "我家一点不漏");
            replica.untilKept("我家一点不漏");
            assertThat(kept("我家一点不漏").from().id()).startsWith(ROOM + "/wang/~");
            replica.channel
                    .send(new Outbound("LM-9/3", person(ROOM + "/wang"), "师傅明天到302", List.of()))
                    .block(SOON);
            wang.hears("小邻", "302");
            assertThat(li.heard).noneMatch(it -> it.getBody().contains("302"));
        }
        assertThat(moves()).as("nobody came or went by another name").doesNotContain("老王 came", "wang went");
    }

    /// What another replica knows, it has from the database.
    @Test
    void whoChangedTheirNicknameIsKnownToTheReplicaThatTakesOver() throws Exception {
        wang.say("b3", "我家第三次漏水");
        replica.untilKept("我家第三次漏水").close();
        wang.rename("b3", "老王");

        try (var next = new Replica(database, settings(XmppAccount.Security.PLAIN, null))) {
            next.untilIn(ACCOUNT, ROOM);
            wang.say("b3", "还是没停");
            next.untilKept("还是没停");
            assertThat(next.kept)
                    .filteredOn(it -> it.content().equals(new Content.Text("还是没停")))
                    .extracting(Inbound::from)
                    .containsOnly(person(ROOM + "/wang"));
        }
    }

    @Test
    void aRoomThatKnowsEverybodyByOtherIdsMakesNobodyAStranger() throws Exception {
        wang.say("b3", "我家漏水");
        replica.untilKept("我家漏水").close();
        for (String table : List.of("nicknames", "occupants")) {
            database.sql("update xmpp." + table + " set occupant = 'before the room was made anew'")
                    .then()
                    .block();
        }

        try (var next = new Replica(database, settings(XmppAccount.Security.PLAIN, null))) {
            next.untilIn(ACCOUNT, ROOM);
            wang.say("b3", "还在漏");
            next.untilKept("还在漏");
            assertThat(next.kept)
                    .filteredOn(it -> it.content().equals(new Content.Text("还在漏")))
                    .extracting(Inbound::from)
                    .containsOnly(person(ROOM + "/wang"));
        }
    }

    @Test
    void whoComesIntoARoomAndGoesIsKeptButNotWhoWasThereBeforeUs() throws Exception {
        try (var li = new Neighbour(SERVER, "li")) {
            li.enter("b3");
            replica.until(() -> moves().contains("li came"), "li came");
        }
        replica.until(() -> moves().contains("li went"), "li went");
        assertThat(moves()).containsExactly("li came", "li went");
    }

    @Test
    void aRoomIsAskedWhetherWeAreStillInItAndWhoeverIsForgottenEntersAgain() throws Exception {
        var session = replica.accounts.session(ACCOUNT).orElseThrow();
        replica.pings.round(session).block(SOON);
        assertThat(session.rooms()).allMatch(Room::isEntered);

        assertThat(PingRooms.saysThatWeAreOut(Condition.not_acceptable)).isTrue();
        assertThat(PingRooms.saysThatWeAreOut(Condition.service_unavailable)).isFalse();
        assertThat(PingRooms.saysThatWeAreOut(Condition.item_not_found)).isFalse();
    }

    @Test
    void lettersWaitWhileTheServerIsAwayAndTheTroubleIsKnownEverywhere() throws Exception {
        var check = new CheckAccounts(replica.known, replica.accounts, replica.leases);
        assertThat(replica.channel.elsewhere()).isEmpty();
        SERVER.stop();
        try {
            replica.until(() -> replica.channel.elsewhere().contains(ACCOUNT), "away");
            replica.until(() -> !replica.accounts.all().getFirst().trouble().isEmpty(), "in trouble");
            replica.accounts.round().block(SOON);
            assertThat(Results.results(check.troubles(check.accounts().getFirst())))
                    .isEmpty();
            database.sql("update xmpp.leases set troubled_since = now() - interval '2 minutes'")
                    .then()
                    .block();
            assertThat(Results.results(check.troubles(check.accounts().getFirst())))
                    .extracting(Checkup.Step::what)
                    .containsExactly(Checkup.What.CONNECTED);
        } finally {
            SERVER.start();
        }
        replica.untilIn(ACCOUNT, ROOM);
        replica.accounts.round().block(SOON);
        assertThat(Results.results(check.troubles(check.accounts().getFirst()))).isEmpty();
    }

    @Test
    void whatPassedIsNotedWithoutAWordOfIt() throws Exception {
        wang.say("b3", "我家漏水");
        replica.untilKept("我家漏水");
        replica.channel.send(letter("已经受理")).block(SOON);

        assertThat(replica.exchanges)
                .extracting(it -> it.direction() + " " + it.what() + " " + it.code())
                .contains("OUT connect 0", "OUT enter-room 0", "OUT archive 0", "IN message 0", "OUT say-in-room 0");
        assertThat(replica.exchanges.toString()).doesNotContain("漏水", "已经受理", "wang");
    }

    private List<String> moves() {
        return replica.kept.stream()
                .filter(it -> it.content() instanceof Content.Followed || it.content() instanceof Content.Left)
                .map(it -> it.from().id().replaceFirst(".*/", "")
                        + (it.content() instanceof Content.Left ? " went" : " came"))
                .toList();
    }

    @Test
    void aCorrectionIsANewMessageAndTypingIsNone() throws Exception {
        var typing = StanzaBuilder.buildMessage("t1")
                .ofType(Message.Type.groupchat)
                .to(ROOM)
                .addExtension(new org.jivesoftware.smackx.chatstates.packet.ChatStateExtension(
                        org.jivesoftware.smackx.chatstates.ChatState.composing))
                .build();
        wang.send(typing);
        wang.say("b3", "3栋电梯停了");
        wang.send(StanzaBuilder.buildMessage("c1")
                .ofType(Message.Type.groupchat)
                .to(ROOM)
                .setBody("5栋电梯停了")
                .addExtension(new org.jivesoftware.smackx.message_correct.element.MessageCorrectExtension("said"))
                .build());
        replica.untilKept("5栋电梯停了");

        assertThat(replica.words()).containsExactly("3栋电梯停了", "5栋电梯停了");
        assertThat(replica.kept).hasSize(2);
    }

    private static String trouble(Replica replica, String room) {
        return replica.accounts.session(ACCOUNT).stream()
                .flatMap(it -> it.rooms().stream())
                .filter(it -> it.address().toString().equals(room))
                .map(Room::trouble)
                .findFirst()
                .orElse("");
    }

    private XmppSettings settings(XmppAccount.Security security, @Nullable Path certificate) {
        return settings(security, certificate, PASSWORD, ROOM);
    }

    private static XmppSettings settings(
            XmppAccount.Security security, @Nullable Path certificate, String password, String... rooms) {
        var account = new XmppAccount(
                ACCOUNT,
                "linli@" + DOMAIN,
                password,
                "127.0.0.1",
                SERVER.port(),
                security,
                certificate,
                "小邻",
                "lm",
                List.of(rooms),
                List.of());
        return new XmppSettings(List.of(account), List.of(), Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    private SendFailure.Reason failure(Outbound letter) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                        SendFailure.class, () -> replica.channel.send(letter).block(SOON))
                .reason();
    }

    private Inbound kept(String words) {
        return kept(replica, words);
    }

    private static Inbound kept(Replica replica, String words) {
        return replica.kept.stream()
                .filter(it -> it.content().equals(new Content.Text(words)))
                .findFirst()
                .orElseThrow();
    }

    private static Outbound letter(String key, Address to) {
        return new Outbound(key, to, "修好了吗", List.of());
    }

    private static Address room(String id) {
        return Address.group(Translate.XMPP, ACCOUNT, id);
    }

    private static Address person(String id) {
        return Address.person(Translate.XMPP, ACCOUNT, id);
    }
}

package org.linli.dialogue.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.community.ImportCommunity;
import org.linli.community.StaffMember;
import org.linli.dialogue.Line;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.WaitingTalk;
import org.linli.dialogue.kept.Conversations;
import org.linli.dialogue.kept.ForgetTalks;
import org.linli.dialogue.kept.KeptTalk;
import org.linli.dialogue.kept.Talks;
import org.linli.dialogue.talk.Conversation;
import org.linli.inbox.Arrival;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// One message, one commit: on the real database, with everything that answers.
@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConverseTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Converse converse;
    private final Talks talks;
    private final Conversations conversations;
    private final ForgetTalks forgetTalks;
    private final Effects effects;
    private final DatabaseClient database;
    private final ImportCommunity imports;
    private final Clock clock;
    private Address somebody = person();

    ConverseTest(
            Converse converse,
            Talks talks,
            Conversations conversations,
            ForgetTalks forgetTalks,
            Effects effects,
            DatabaseClient database,
            ImportCommunity imports,
            Clock clock) {
        this.converse = converse;
        this.talks = talks;
        this.conversations = conversations;
        this.forgetTalks = forgetTalks;
        this.effects = effects;
        this.database = database;
        this.imports = imports;
        this.clock = clock;
    }

    @BeforeEach
    void demo() {
        imports.from(Path.of("deploy/demo/community.yaml")).block(LIMIT);
        somebody = person();
    }

    @Test
    void aReportIsAnsweredRememberedAndDoneInOneCommit() {
        var arrival = arrival("3栋电梯坏了", null);

        handle(arrival);

        assertThat(letters()).containsExactly("case due");
        assertThat(state(arrival)).isEqualTo("done");
        assertThat(talk(arrival).version()).isEqualTo(1);
    }

    @Test
    void aFormIsCarriedFromMessageToMessage() {
        handle(arrival("电梯坏了", null));
        handle(arrival("3", null));

        assertThat(letters()).containsExactly("ask-place due", "case due");
    }

    @Test
    void theSameMessageAgainChangesNothing() {
        var arrival = arrival("3栋电梯坏了", null);
        handle(arrival);

        converse.handle(arrival).as(StepVerifier::create).verifyError(Conflict.class);

        assertThat(letters()).hasSize(1);
        assertThat(talk(arrival).version()).isEqualTo(1);
    }

    @Test
    void whoLostTheLeaseWritesNothing() {
        var lost = arrival("3栋电梯坏了", null);
        run("update inbox.arrivals set attempt = 2 where id = " + lost.id());

        converse.handle(lost).as(StepVerifier::create).verifyError(Conflict.class);

        assertThat(letters()).isEmpty();
        assertThat(talk(lost).version()).isZero();
        assertThat(state(lost)).isEqualTo("working");
    }

    @Test
    void whileTheCallWaitsTheAnswerTravelsWithIt() {
        var arrival = arrival("3栋电梯坏了", clock.instant().plusSeconds(60));

        handle(arrival);

        assertThat(letters()).containsExactly("case handed");
        assertThat(answer(arrival)).contains("LM-");
    }

    @Test
    void whenTheCallHardlyWaitsAnyMoreTheAnswerGoesByTheOutbox() {
        var arrival = arrival("3栋电梯坏了", clock.instant().plusMillis(200));

        handle(arrival);

        assertThat(letters()).containsExactly("case due");
        assertThat(answer(arrival)).isNull();
    }

    @Test
    void aTalkThatChangedMeanwhileIsNotOverwritten() {
        var arrival = arrival("电梯坏了", null);
        var old = talk(arrival);
        handle(arrival);

        effects.commit(List.of(old.saving(Conversation.fresh(clock.instant()))))
                .as(StepVerifier::create)
                .verifyError(Conflict.class);
    }

    @Test
    void talksOfManyPeopleAreAnsweredTogether() {
        var arrivals = IntStream.range(0, 60)
                .mapToObj(_ -> arrival(person(), "3栋电梯坏了", null))
                .toList();

        Flux.fromIterable(arrivals).flatMap(converse::handle, 60).blockLast(LIMIT);

        assertThat(arrivals).allSatisfy(it -> assertThat(state(it)).isEqualTo("done"));
    }

    @Test
    void staffSeesWhoWaitsAnswersInPersonAndHandsBack() {
        var arrival = arrival("转人工", null);
        handle(arrival);
        String conversation = arrival.message().conversation();
        var member = talkMember();

        assertThat(waiting(conversation).lines()).extracting(Line::words).containsExactly("转人工");
        assertThat(talks.answer(LM, conversation, "a1", member, "您好，我是小李").block(LIMIT))
                .isTrue();
        assertThat(talk(arrival).state().handedOver()).matches(it -> it != null && it.heardAt() != null);
        assertThat(talks.handBack(LM, conversation).block(LIMIT)).isTrue();

        assertThat(letters()).containsExactly("handed-over due", "from-staff due", "handed-back due");
        assertThat(talks.handBack(LM, conversation).block(LIMIT)).isFalse();
    }

    @Test
    void anAnswerInPersonThatIsClickedTwiceIsSaidOnce() {
        var arrival = arrival("转人工", null);
        handle(arrival);
        String conversation = arrival.message().conversation();

        talks.answer(LM, conversation, "twice", talkMember(), "您好").block(LIMIT);
        talks.answer(LM, conversation, "twice", talkMember(), "您好").block(LIMIT);

        assertThat(letters()).containsExactly("handed-over due", "from-staff due");
    }

    @Test
    void anOldTalkIsForgottenAndOneThatWaitsForAPersonIsNot() {
        var old = arrival("电梯坏了", null);
        handle(old);
        somebody = person();
        var waiting = arrival("转人工", null);
        handle(waiting);
        run("update dialogue.conversations set touched_at = now() - interval '2 hours'");

        forgetTalks.round().block(LIMIT);

        assertThat(talk(old).version()).isZero();
        assertThat(talk(waiting).version()).isEqualTo(1);
    }

    @Test
    void whatNeighboursSayToEachOtherIsNotKept() {
        var group = Address.group(new ChannelId("webchat"), "lm", "b3");
        var message = new Inbound(
                LM, UUID.randomUUID().toString(), somebody, group, false, new Content.Text("晚饭吃了吗"), clock.instant());
        var arrival = arrival(message, null);

        handle(arrival);

        assertThat(talk(arrival).version()).isZero();
        assertThat(state(arrival)).isEqualTo("done");
    }

    @Test
    void whoeverSaysWhereTheyLiveIsKnownAfterwards() {
        handle(arrival("我叫王秀英，我住3栋2单元501", null));
        handle(arrival("家里停水了", null));

        assertThat(letters()).containsExactly("bound due", "case due");
    }

    private void handle(Arrival arrival) {
        converse.handle(arrival).block(LIMIT);
    }

    private Arrival arrival(String words, @Nullable Instant passiveUntil) {
        return arrival(somebody, words, passiveUntil);
    }

    private Arrival arrival(Address from, String words, @Nullable Instant passiveUntil) {
        var id = UUID.randomUUID().toString();
        return arrival(new Inbound(LM, id, from, null, true, new Content.Text(words), clock.instant()), passiveUntil);
    }

    /// As the inbox hands it out: kept, and held under a lease.
    private Arrival arrival(Inbound message, @Nullable Instant passiveUntil) {
        var query = database.sql("""
                        insert into inbox.arrivals (community_id, channel, account, platform_id, conversation, message,
                                                    received_at, passive_until, state, attempt)
                        values ('lm', $1, 'lm', $2, $3, '{}', now(), $4::timestamptz, 'working', 1) returning id""")
                .bind(0, message.from().channel().value())
                .bind(1, message.platformId())
                .bind(2, message.conversation());
        Long id = (passiveUntil == null ? query.bindNull(3, String.class) : query.bind(3, passiveUntil.toString()))
                .map(row -> Objects.requireNonNull(row.get("id", Long.class)))
                .one()
                .block(LIMIT);
        return new Arrival(Objects.requireNonNull(id), message, clock.instant(), passiveUntil, 1);
    }

    private KeptTalk talk(Arrival arrival) {
        return Objects.requireNonNull(conversations.of(arrival.message()).block(LIMIT));
    }

    private WaitingTalk waiting(String conversation) {
        return Objects.requireNonNull(talks.waiting(LM)
                .filter(it -> it.conversation().equals(conversation))
                .next()
                .block(LIMIT));
    }

    private static StaffMember talkMember() {
        return Neighbourhood.MAP.staffMember("li").orElseThrow();
    }

    /// A neighbour may have reported the same before: then the case is joined instead of opened.
    private List<String> letters() {
        var letters = texts("select template || ' ' || state as text from outbox.letters where address = '"
                + somebody.text() + "' order by id");
        return Objects.requireNonNull(letters.map(it -> it.replaceFirst("^case-(opened|joined)", "case"))
                .collectList()
                .block(LIMIT));
    }

    private String state(Arrival arrival) {
        return Objects.requireNonNull(texts("select state as text from inbox.arrivals where id = " + arrival.id())
                .blockFirst(LIMIT));
    }

    private @Nullable String answer(Arrival arrival) {
        return texts("select answer::text as text from inbox.arrivals where answer is not null and id = "
                        + arrival.id())
                .blockFirst(LIMIT);
    }

    private Flux<String> texts(String sql) {
        return database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get("text", String.class)))
                .all();
    }

    private void run(String sql) {
        Mono.from(database.sql(sql).fetch().rowsUpdated()).block(LIMIT);
    }

    private static Address person() {
        return Address.person(new ChannelId("wechat"), "lm", "o-" + UUID.randomUUID());
    }
}

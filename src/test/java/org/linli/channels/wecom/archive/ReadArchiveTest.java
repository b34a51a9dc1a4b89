package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.channels.MediaFailure;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.HeardLog;
import org.linli.channels.contract.Keeps;
import org.linli.channels.contract.NotHere;
import org.linli.channels.kept.ChangeAccounts;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.standin.Mischief;
import org.linli.standin.Stairs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// An archive read over the real protocol from a program that plays the library, into the real inbox.
@NotHere(
        value = {Case.CHANNEL, Case.NOT_OURS},
        because = "an archive is no channel that anybody calls: we read it")
@NotHere(value = Case.OLD, because = "nobody sends us an entry: its number says whether it was read")
@NotHere(
        value = {
            Case.TAKEN,
            Case.CODE_IN_200,
            Case.THROTTLED,
            Case.WINDOW_CLOSED,
            Case.PERSON_GONE,
            Case.FORBIDDEN,
            Case.OUT_OF_ORDER,
            Case.HUNG_UP
        },
        because = "an archive is only read; how its process fails is in ArchiveProcessTest")
@NotHere(
        value = {Case.TOKEN_EXPIRED, Case.TOKEN_NEVER_TAKEN},
        because = "the library keeps its own token; consent is asked for as customer groups are")
class ReadArchiveTest extends PlayedWecom implements AdapterContract {

    private final List<Map<String, Object>> entries = new ArrayList<>();
    private final Map<String, String> media = new LinkedHashMap<>();

    @Autowired
    ReadArchive read;

    @Autowired
    KeptNumbers numbers;

    @Autowired
    MeasureGaps measure;

    @Autowired
    MeterRegistry meters;

    @Autowired
    FetchArchivedMedia fetch;

    @Autowired
    Archives archives;

    @Autowired
    ChangeAccounts change;

    @Autowired
    WecomApi api;

    @Autowired
    DatabaseClient database;

    private String room = "";

    @BeforeEach
    void nothingWasRead() throws Exception {
        room = "wr" + UUID.randomUUID();
        completed(database.sql("truncate archive.readers, archive.holes").then());
        completed(database.sql("delete from inbox.arrivals where channel = 'wecom-archive'")
                .then());
        entries.clear();
        media.clear();
        plays("good");
    }

    /// An arrival is a round over what the archive has then.
    @Override
    public Mono<List<Inbound>> genuine(String text) {
        return written(text, 1);
    }

    /// As from somebody who has none of our keys.
    @Override
    public Mono<List<Inbound>> tampered(String text) {
        return written(text, 9);
    }

    @Override
    public Mono<List<Inbound>> invented(String kind) {
        return Mono.fromCallable(() -> {
                    entries.add(entry(
                            1,
                            KEY_PAIR,
                            1,
                            Map.of("action", "send", "from", "lin", "roomid", room, "msgtype", kind, kind, Map.of())));
                    plays("good");
                    return true;
                })
                .then(round());
    }

    @Override
    public Outbound letter(String text) {
        return new Outbound("k", Address.group(Archives.ID, "archive", room), text, List.of());
    }

    /// Nothing is sent; a round goes on.
    @Override
    public Mono<Receipt> send(Outbound letter) {
        return round().thenReturn(new Receipt(letter.key()));
    }

    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        return List.of(genuine(WORDS), tampered(WORDS));
    }

    @Override
    public List<Runnable> troubles() {
        return Stream.of("garbage", "refused", "stranger", "crash")
                .<Runnable>map(mode -> () -> played(mode))
                .toList();
    }

    @Override
    public List<String> secrets() {
        return List.of(
                PlayedCorp.SECRET,
                PlayedArchive.RANDOM_KEY,
                "SECRET-TOKEN",
                encoded(KEY_PAIR.getPrivate().getEncoded()));
    }

    @Test
    @Override
    public void aWrongSecretIsTriedOnceAndToldOnce() {
        played("crash");
        completed(read.round());
        played("stranger");
        var wary = new ReadArchive(archives, numbers, new Keeps(), api, Clock.systemUTC());
        try (var log = new HeardLog()) {
            for (int i = 0; i < 5; i++) {
                completed(wary.round());
            }
            assertThat(log.lines(Level.ERROR)).singleElement().asString().contains("" + PlayedArchive.WRONG_SECRET);
        }
        played("good");
        completed(wary.round());
        assertThat(proof()).as("it rests").isEqualTo("{}");
        completed(read.round());
    }

    @Test
    void anArchiveOfAPageIsReadWithTheKeyBeforeTooAndItsProcessEndsWhenItIsChanged() throws Exception {
        var before = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        says(1, "lin", "三栋电梯坏了", before, 1);
        says(2, "lin", "就是东边那台", KEY_PAIR, 2);
        plays("good");
        var account = ChangeAccounts.fresh(
                new CommunityId("lm"),
                Archives.ID,
                "存档",
                Map.of(
                        "corp-id", "ww1",
                        "secret", PlayedCorp.SECRET,
                        "contact", "contact",
                        "key-version", "2",
                        "private-key", encoded(KEY_PAIR.getPrivate().getEncoded()),
                        "previous-key-version", "1",
                        "previous-private-key", encoded(before.getPrivate().getEncoded())));
        result(change.make("chen", account));
        var made = archives.named(account.id()).orElseThrow();
        completed(read.round());

        assertThat(keptBy(account.id())).containsExactly("三栋电梯坏了", "就是东边那台");
        assertThat(result(made.chats().after(0, 9))).hasSize(2);

        var fields = new HashMap<>(account.fields());
        fields.put("secret", "another");
        result(change.change("chen", account, account.with("存档", fields)));
        completed(read.round());
        assertThat(archives.named(account.id()).orElseThrow()).isNotSameAs(made);
        made.chats().after(0, 9).as(StepVerifier::create).verifyErrorMessage("the archive was set up anew");

        result(change.remove("chen", account));
        assertThat(archives.named(account.id())).isEmpty();
    }

    private List<String> keptBy(String archive) {
        return results(database.sql(
                        "select message #>> '{content,text}' as text from inbox.arrivals where channel = 'wecom-archive'"
                                + " and message ->> 'from' like 'wecom-archive:" + archive + ":%' order by id")
                .map(row -> Columns.text(row, "text"))
                .all());
    }

    @Test
    void whatIsSaidInGroupsIsKeptOnceInItsOrder() throws Exception {
        says(3, "lin", "三栋电梯坏了", KEY_PAIR, 1);
        says(5, "lin", "就是东边那台", KEY_PAIR, 1);
        plays("good");
        completed(read.round());
        completed(read.round());

        assertThat(kept()).containsExactly("三栋电梯坏了", "就是东边那台");
        assertThat(proof()).isEqualTo("{[1,6)}");
    }

    @Test
    void whoDoesNotAgreeIsNotHeardAndTheNumberIsNoHole() throws Exception {
        GROUPS.agrees(room, "wmYes");
        says(1, "wmYes", "我家停水了", KEY_PAIR, 1);
        says(2, "wmNo", "别录我", KEY_PAIR, 1);
        plays("good");
        completed(read.round());

        assertThat(kept()).containsExactly("我家停水了");
        assertThat(proof()).isEqualTo("{[1,3)}");
        assertThat(everything()).doesNotContain("别录我");
    }

    @Test
    void whileNobodyCanBeAskedForConsentNothingIsKept() throws Exception {
        says(1, "wmYes", "我家停水了", KEY_PAIR, 1);
        plays("good");
        SERVER.misbehave("/cgi-bin/msgaudit/check_room_agree", new Mischief.Page(503));
        completed(read.round());
        assertThat(kept()).isEmpty();
        assertThat(proof()).isEqualTo("{}");

        SERVER.behave();
        GROUPS.agrees(room, "wmYes");
        completed(read.round());
        assertThat(kept()).containsExactly("我家停水了");
    }

    @Test
    void aHoleIsSeenAndMendedWhileThePlatformHasIt() throws Exception {
        says(1, "lin", "一", KEY_PAIR, 1);
        says(2, "lin", "二", KEY_PAIR, 9);
        says(3, "lin", "三", KEY_PAIR, 1);
        plays("good");
        completed(read.round());
        assertThat(kept()).containsExactly("一", "三");
        assertThat(proof()).isEqualTo("{[1,2),[3,4)}");
        assertThat(results(numbers.holes("archive", Instant.EPOCH)).getFirst().seq())
                .isEqualTo(2);

        entries.clear();
        says(1, "lin", "一", KEY_PAIR, 1);
        says(2, "lin", "二", KEY_PAIR, 1);
        says(3, "lin", "三", KEY_PAIR, 1);
        plays("good");
        completed(read.round());
        assertThat(proof()).isEqualTo("{[1,4)}");
        assertThat(kept()).containsExactlyInAnyOrder("一", "二", "三");
        assertThat(results(numbers.holes("archive", Instant.EPOCH))).isEmpty();
    }

    @Test
    void aHoleThatIsTooOldIsNotAskedForAgain() throws Exception {
        says(1, "lin", "一", KEY_PAIR, 9);
        plays("good");
        completed(read.round());
        completed(database.sql("update archive.holes set seen_at = now() - interval '6 days'")
                .then());
        entries.clear();
        says(1, "lin", "一", KEY_PAIR, 1);
        plays("good");
        completed(read.round());

        assertThat(kept()).isEmpty();
        completed(measure.round());
        assertThat(told("linli.archive.holes")).isZero();
        assertThat(told("linli.archive.lost")).isEqualTo(1);
    }

    /// A hundred that nobody can mend any more stand in the way of none that can be.
    @Test
    void whatCanStillBeMendedIsMendedAndToldWhateverIsLost() throws Exception {
        says(200, "lin", "二百", KEY_PAIR, 9);
        plays("good");
        completed(read.round());
        completed(database.sql("""
                        insert into archive.holes (archive, seq, seen_at)
                        select 'archive', n, now() - interval '6 days' from generate_series(1, 100) n""").then());
        completed(database.sql("update archive.holes set seen_at = now() - interval '1 hour' where seq = 200")
                .then());
        completed(measure.round());
        assertThat(told("linli.archive.holes")).isEqualTo(1);
        assertThat(told("linli.archive.hole.seconds")).isBetween(3_600.0, 7_200.0);

        entries.clear();
        says(200, "lin", "二百", KEY_PAIR, 1);
        plays("good");
        completed(read.round());
        assertThat(kept()).containsExactly("二百");
        completed(measure.round());
        assertThat(told("linli.archive.holes")).isZero();
        assertThat(told("linli.archive.lost")).isEqualTo(100);
    }

    private double told(String gauge) {
        return meters.get(gauge).tag("account", "wecom-archive:archive").gauge().value();
    }

    @Test
    void aProcessThatCrashesLosesNothing() throws Exception {
        says(1, "lin", "一", KEY_PAIR, 1);
        plays("crash");
        completed(read.round());
        assertThat(proof()).isEqualTo("{}");

        plays("good");
        completed(read.round());
        assertThat(kept()).containsExactly("一");
    }

    @Test
    void oneReplicaReadsAnArchiveAtATime() throws Exception {
        says(1, "lin", "一", KEY_PAIR, 1);
        plays("good");
        var other = result(numbers.claim("archive"));

        assertThat(result(read.round())).isZero();
        completed(numbers.release(other));
        assertThat(result(read.round())).isEqualTo(1);
    }

    @Test
    void whatMembersSayInPrivateAndWhatWasTakenBackIsNotKept() throws Exception {
        inPrivate(1, "lin", "he", "中午吃什么");
        entries.add(
                entry(2, KEY_PAIR, 1, Map.of("action", "recall", "from", "lin", "roomid", room, "msgtype", "revoke")));
        plays("good");
        completed(read.round());

        assertThat(everything()).isEmpty();
        assertThat(proof()).isEqualTo("{[1,3)}");
    }

    @Test
    void aPrivateTalkIsKeptOnlyWhereItsCustomerAgreesWhoeverOfTheTwoSpeaks() throws Exception {
        String agrees = "wm" + room;
        GROUPS.agrees("lin", agrees);
        inPrivate(1, agrees, "lin", "我家停水了");
        inPrivate(2, "lin", agrees, "马上派人");
        inPrivate(3, "wmNo" + room, "lin", "别录我");
        inPrivate(4, "lin", "wmNo" + room, "这句也别录");
        inPrivate(5, agrees, "he", "跟他说的不算");
        plays("good");
        completed(read.round());

        assertThat(kept()).containsExactly("我家停水了", "马上派人");
        assertThat(everything()).doesNotContain("别录", "不算").contains("wecom-archive:archive:group:lin/" + agrees);
        assertThat(proof()).isEqualTo("{[1,6)}");
    }

    @Test
    void wordsAndPicturesThatWereSentAsOneAreKeptOneByOne() throws Exception {
        var parts = List.of(
                Map.of("type", "text", "content", "{\"content\":\"楼道灯坏了\"}"),
                Map.of("type", "image", "content", "{\"sdkfileid\":\"file-1\"}"));
        entries.add(entry(1, KEY_PAIR, 1, message("lin", "mixed", Map.of("item", parts))));
        plays("good");
        completed(read.round());
        completed(database.sql("update archive.readers set seq = 0").then());
        completed(read.round());

        assertThat(kept()).containsExactly("楼道灯坏了");
        assertThat(everything()).containsOnlyOnce("file-1");
    }

    @Test
    void aPictureIsFetchedPieceByPiece() throws Exception {
        var picture = Stairs.atNight();
        media.put("file-1", Base64.getEncoder().encodeToString(picture));
        plays("good");

        assertThat(result(fetch.fetch(lin(), "file-1")).bytes()).isEqualTo(picture);
    }

    @Test
    void aFileThatTheLibraryRefusesIsGoneAndABusyOneIsAskedForAgain() throws Exception {
        plays("refused");
        assertThat(reason()).isEqualTo(MediaFailure.Reason.GONE);
        plays("busy");
        assertThat(reason()).isEqualTo(MediaFailure.Reason.TRY_AGAIN);
    }

    private MediaFailure.Reason reason() {
        var failure = catchThrowableOfType(
                MediaFailure.class, () -> fetch.fetch(lin(), "file-1").block(Duration.ofSeconds(60)));
        return failure.reason();
    }

    private static Address lin() {
        return Address.person(Archives.ID, "archive", "lin");
    }

    private void inPrivate(long seq, String who, String to, String words) throws Exception {
        var said = new LinkedHashMap<>(message(who, "text", Map.of("content", words)));
        said.put("roomid", "");
        said.put("tolist", List.of(to));
        entries.add(entry(seq, KEY_PAIR, 1, said));
    }

    private Map<String, Object> message(String who, String kind, Map<String, Object> content) {
        return Map.of(
                "action",
                "send",
                "from",
                who,
                "roomid",
                room,
                "msgtime",
                Instant.now().toEpochMilli(),
                "msgtype",
                kind,
                kind,
                content);
    }

    private Mono<List<Inbound>> written(String text, int version) {
        return Mono.fromCallable(() -> plays(text, version)).then(round());
    }

    /// One at a time, whoever asks at the same moment.
    private synchronized boolean plays(String text, int version) throws Exception {
        entries.clear();
        says(1, "lin", text, KEY_PAIR, version);
        plays("good");
        return true;
    }

    private Mono<List<Inbound>> round() {
        return Mono.defer(() -> {
            var inbox = new Keeps();
            return new ReadArchive(archives, numbers, inbox, api, Clock.systemUTC())
                    .round()
                    .then(Mono.fromSupplier(inbox::kept));
        });
    }

    private void says(long seq, String who, String words, KeyPair key, int version) throws Exception {
        entries.add(entry(seq, key, version, message(who, "text", Map.of("content", words))));
    }

    private Map<String, Object> entry(long seq, KeyPair key, int version, Map<String, Object> said) throws Exception {
        var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key.getPublic());
        var entry = new LinkedHashMap<String, Object>();
        entry.put("seq", seq);
        entry.put("msgid", room + seq);
        entry.put("publickey_ver", version);
        entry.put(
                "encrypt_random_key",
                Base64.getEncoder().encodeToString(cipher.doFinal(PlayedArchive.RANDOM_KEY.getBytes(UTF_8))));
        entry.put(
                "encrypt_chat_msg",
                Base64.getEncoder().encodeToString(JsonMapper.shared().writeValueAsBytes(said)));
        return entry;
    }

    private void played(String mode) {
        try {
            plays(mode);
        } catch (Exception unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void plays(String mode) throws Exception {
        Files.write(
                ARCHIVE,
                JsonMapper.shared().writeValueAsBytes(Map.of("mode", mode, "entries", entries, "media", media)));
    }

    private String proof() {
        return texts("select coalesce((select kept::text from archive.readers), '{}') as text")
                .getFirst();
    }

    private List<String> kept() {
        return texts("select message #>> '{content,text}' as text from inbox.arrivals where channel = 'wecom-archive'"
                + " and message #>> '{content,type}' = 'text' order by id");
    }

    private String everything() {
        return String.join(
                "", texts("select message::text as text from inbox.arrivals where channel = 'wecom-archive'"));
    }

    private List<String> texts(String sql) {
        return results(database.sql(sql).map(row -> Columns.text(row, "text")).all());
    }
}

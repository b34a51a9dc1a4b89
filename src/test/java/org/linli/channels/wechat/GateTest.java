package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.linli.channels.WebhookRejected.Reason.NOT_GENUINE;
import static org.linli.channels.WebhookRejected.Reason.UNKNOWN_ACCOUNT;
import static org.linli.channels.WebhookRejected.Reason.UNREADABLE;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.Body;
import reactor.core.scheduler.Schedulers;

class GateTest {

    private static final WechatCalls CALLS = WechatCalls.DEMO;
    private static final WechatCalls OLD_KEY = new WechatCalls(
            CALLS.account(), CALLS.appId(), CALLS.token(), "ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkj");
    private static final WechatCalls BARE = new WechatCalls("bare", "wxbare", "baretoken", CALLS.aesKey());
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final String TEXT = WechatCalls.text("oResident1", "42", "电梯坏了");

    private final WechatChannel channel = Workbench.receiving(
            new WechatAccount(
                    CALLS.account(),
                    CALLS.appId(),
                    "s",
                    CALLS.token(),
                    CALLS.aesKey(),
                    OLD_KEY.aesKey(),
                    NOWHERE,
                    "lianmeng"),
            new WechatAccount(BARE.account(), BARE.appId(), "s", BARE.token(), null, null, NOWHERE, "lianmeng"));

    @Test
    void theAddressCheckIsAnsweredWithItsOwnWord() {
        var call = CALLS.handshake("4375120948345356249<b>+ ");
        assertThat(receive(call.request()))
                .isEqualTo(new Delivery.Handshake(new Reply("text/plain;charset=UTF-8", "4375120948345356249<b>+ ")));
    }

    @Test
    void anAddressCheckThatNobodySignedIsTurnedAway() {
        assertThat(rejected(CALLS.handshake("1").with("nonce", "2"))).isEqualTo(NOT_GENUINE);
        assertThat(rejected(CALLS.handshake("1").without("signature"))).isEqualTo(NOT_GENUINE);
        assertThat(rejected(CALLS.handshake("1").without("echostr"))).isEqualTo(UNREADABLE);
    }

    @Test
    void everyModeSaysTheSame() {
        var expected = new Inbound(
                Workbench.account(NOWHERE).communityId(),
                "42",
                Address.person(WechatChannel.ID, "demo", "oResident1"),
                null,
                true,
                new Content.Text("电梯坏了"),
                Instant.ofEpochSecond(1_781_074_800));
        String json = WechatCalls.jsonText("oResident1", "42", "电梯坏了");
        assertThat(said(CALLS.plain(TEXT))).isEqualTo(expected);
        assertThat(said(CALLS.plain(TEXT).with("encrypt_type", "raw"))).isEqualTo(expected);
        assertThat(said(CALLS.plain(json))).isEqualTo(expected);
        assertThat(said(CALLS.compatible(TEXT))).isEqualTo(expected);
        assertThat(said(CALLS.safe(TEXT))).isEqualTo(expected);
        assertThat(said(CALLS.safe(json))).isEqualTo(expected);
        assertThat(said(CALLS.safe("\uFEFF \n" + TEXT))).isEqualTo(expected);
    }

    @Test
    void whatIsEncryptedCountsMoreThanWhatStandsBesideIt() {
        var call = CALLS.compatible(TEXT);
        var forged = call.withBody(call.body().replace("电梯坏了", "我要退款"));
        assertThat(said(forged).content()).isEqualTo(new Content.Text("电梯坏了"));
        assertThat(said(forged.without("encrypt_type")).content()).isEqualTo(new Content.Text("电梯坏了"));
    }

    @Test
    void theEncryptedPartOfAPlainCallIsProvenToo() {
        var call = CALLS.compatible(TEXT);
        assertThat(rejected(call.without("encrypt_type").without("msg_signature")))
                .isEqualTo(NOT_GENUINE);
    }

    @Test
    void thePreviousKeyIsStillGoodAndTheAnswerUsesItToo() {
        Reply reply = Workbench.answered(receive(OLD_KEY.safe(TEXT).request()), Workbench.letter("好的"));
        String cipher = Body.read(reply.body()).encrypted();
        assertThat(OLD_KEY.decrypt(cipher)).contains("好的");
    }

    @Test
    void aWrongOrMissingSignatureIsNotGenuine() {
        assertThat(rejected(CALLS.plain(TEXT).with("signature", "0"))).isEqualTo(NOT_GENUINE);
        assertThat(rejected(CALLS.plain("broken").without("signature"))).isEqualTo(NOT_GENUINE);
        assertThat(rejected(CALLS.plain(TEXT).with("timestamp", "1"))).isEqualTo(NOT_GENUINE);
        assertThat(rejected(CALLS.safe(TEXT).without("msg_signature"))).isEqualTo(NOT_GENUINE);
        assertThat(rejected(CALLS.safe(TEXT).with("msg_signature", ""))).isEqualTo(NOT_GENUINE);
        assertThat(rejected(CALLS.safe(TEXT).with("nonce", "1"))).isEqualTo(NOT_GENUINE);
    }

    @Test
    void aSignatureInCapitalsIsAnotherOne() {
        var call = CALLS.plain(TEXT);
        assertThat(rejected(call.with("signature", call.parameter("signature").toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo(NOT_GENUINE);
    }

    @Test
    void aCallThatClaimsToBeEncryptedAndIsNotIsUnreadable() {
        assertThat(rejected(CALLS.plain(TEXT).with("encrypt_type", "aes"))).isEqualTo(UNREADABLE);
    }

    @Test
    void whatNoKeyOpensIsUnreadable() {
        var other = new WechatCalls("demo", CALLS.appId(), CALLS.token(), "A".repeat(43));
        var stranger = new WechatCalls("demo", "wxother", CALLS.token(), CALLS.aesKey());
        assertThat(rejected(other.safe(TEXT))).isEqualTo(UNREADABLE);
        assertThat(rejected(stranger.safe(TEXT))).isEqualTo(UNREADABLE);
        assertThat(rejected(CALLS.safe("neither"))).isEqualTo(UNREADABLE);
    }

    @Test
    void anAccountWithoutKeyTakesPlainCallsOnly() {
        assertThat(said(BARE.plain(TEXT)).from().account()).isEqualTo("bare");
        assertThat(said(BARE.compatible(TEXT)).content()).isEqualTo(new Content.Text("电梯坏了"));
        assertThat(rejected(BARE.safe(TEXT))).isEqualTo(UNREADABLE);
    }

    @Test
    void oneAccountsCallIsNoOthers() {
        var call = CALLS.safe(TEXT);
        assertThat(rejected(new WechatCalls.Call("POST", "bare", call.parameters(), call.body())))
                .isEqualTo(NOT_GENUINE);
        assertThat(rejected(new WechatCalls.Call("POST", "nobody", call.parameters(), call.body())))
                .isEqualTo(UNKNOWN_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE xml [<!ENTITY x 'y'>]><xml><Content>&x;</Content></xml>",
                "<!DOCTYPE xml SYSTEM 'file:///etc/passwd'><xml/>",
                "<!DOCTYPE xml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><xml>&x;</xml>",
                "<!DOCTYPE xml><xml/>",
                "<xml>&x;</xml>",
                "<xml><a></xml>",
                "<xml/><xml/>",
                "<xml>",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":",
                "[]",
                "",
                "MsgType=text"
            })
    void brokenBodiesAndDeclaredEntitiesAreUnreadable(String body) {
        assertThat(rejected(CALLS.plain(body))).isEqualTo(UNREADABLE);
        assertThat(rejected(CALLS.safe(body))).isEqualTo(UNREADABLE);
    }

    @Test
    void bodiesNestedWithoutEndAreUnreadable() {
        assertThat(rejected(CALLS.plain("<a>".repeat(8000) + "</a>".repeat(8000))))
                .isEqualTo(UNREADABLE);
        assertThat(rejected(CALLS.plain("{\"a\":".repeat(8000) + "1" + "}".repeat(8000))))
                .isEqualTo(UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0", "4102444800", "99999999999999999", "-99999999999999999", "tomorrow", "1e3"})
    void noTimeIsTooOddToBeKept(String time) {
        String body = TEXT.replace("1781074800", time);
        assertThat(said(CALLS.safe(body)).sentAt()).isBetween("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
    }

    @Test
    void eventsOfOneSecondAreToldApartAndRepeatsAreNot() {
        String scan = WechatCalls.event("oResident1", "SCAN", "<EventKey>1</EventKey>");
        String id = said(CALLS.safe(scan)).platformId();
        assertThat(id).isEqualTo(said(CALLS.plain(scan)).platformId()).doesNotContain("oResident1");
        assertThat(id).isNotEqualTo(said(CALLS.safe(scan.replace(">1<", ">2<"))).platformId());
        assertThat(id)
                .isNotEqualTo(said(CALLS.safe(scan.replace("SCAN", "CLICK"))).platformId());
        assertThat(id)
                .isNotEqualTo(
                        said(CALLS.safe(scan.replace("Resident1", "Resident2"))).platformId());
    }

    @Test
    void nobodyAnswersWhoeverLeft() {
        var left = (Delivery.Messages)
                receive(CALLS.safe(WechatCalls.event("o1", "unsubscribe", "")).request());
        assertThat(left.passiveReply()).isNull();
        assertThat(left.acknowledgement().body()).isEqualTo("success");
    }

    @Test
    void readingAndAnsweringNeverBlocksAnEventLoop() {
        var reply = channel.receive(CALLS.safe(TEXT).request())
                .map(it -> Workbench.answered(it, Workbench.letter("好的", "满意")))
                .subscribeOn(Schedulers.parallel())
                .block(Duration.ofSeconds(60));
        assertThat(reply).isNotNull();
    }

    private Delivery receive(WebhookRequest request) {
        return Workbench.got(channel.receive(request));
    }

    private Inbound said(WechatCalls.Call call) {
        return ((Delivery.Messages) receive(call.request())).messages().getFirst();
    }

    private WebhookRejected.Reason rejected(WechatCalls.Call call) {
        return catchThrowableOfType(WebhookRejected.class, () -> receive(call.request()))
                .reason();
    }
}

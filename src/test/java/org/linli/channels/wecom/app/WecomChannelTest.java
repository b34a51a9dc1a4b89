package org.linli.channels.wecom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Channel;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Media;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.tencent.ShowPicture;
import org.linli.channels.tencent.UploadedMedia;
import org.linli.channels.wecom.StandInWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.linli.channels.wecom.WecomLimits;
import org.linli.channels.wecom.WecomSettings;
import org.linli.platform.database.CommunityId;
import org.linli.standin.Envelope;
import org.linli.standin.Told;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class WecomChannelTest implements AdapterContract {

    private static OwnRedis redis;
    private StandInWecom wecom;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private SendByApp sender;
    private SendByApp hasty;
    private Channel channel;

    @BeforeAll
    static void startRedis() {
        redis = new OwnRedis();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void connect() {
        redis.template().execute(it -> it.serverCommands().flushAll()).blockLast(SOON);
        wecom = new StandInWecom("/cgi-bin/message/send");
        var settings = WecomCalls.settings(wecom.base());
        sender = sender(settings);
        hasty = sender(WecomCalls.hasty(wecom.base()));
        channel = new WecomChannel(
                new Apps(settings), settings, new PassiveReply(Clock.systemUTC()), sender, Clock.systemUTC());
    }

    private static SendByApp sender(WecomSettings settings) {
        var api = new WecomApi(settings, new SharedTokens(redis.template()), Clock.systemUTC());
        return new SendByApp(new Apps(settings), api, showing(redis.template()), WecomLimits.usual());
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return wecom.isSilent() ? hasty.send(letter) : channel.send(letter);
    }

    @AfterEach
    void disconnect() {
        wecom.close();
    }

    @Test
    void anAppsLettersOfADayAreDrawnFromWhatItsCorporationMayAndAreShown() {
        var limits = new WecomLimits(Map.of(WecomCalls.CORP, 35), 2000, WecomLimits.GroupTask.ONCE_A_DAY);
        var settings = WecomCalls.settings(wecom.base());
        var api = new WecomApi(settings, new SharedTokens(redis.template()), Clock.systemUTC());
        var way = new SendByApp(new Apps(settings), api, showing(redis.template()), limits);
        var account = new Account(WecomChannel.ID, "desk", new CommunityId("lm"));
        var day = new Allowance.Quota("wecom.app.day", Allowance.Scope.account(account), 7000, Allowance.Period.DAY);

        assertThat(way.allowances(letter("停水"))).contains(day);
        assertThat(way.shared(account)).contains(day);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String account() {
        return "desk";
    }

    @Override
    public Outbound letter(String text) {
        return letter(text, new String[0]);
    }

    @Override
    public StandInWecom platform() {
        return wecom;
    }

    @Override
    public Mono<List<Inbound>> genuine(String text) {
        return arrival(written(Instant.now(), text));
    }

    @Override
    public Mono<List<Inbound>> tampered(String text) {
        return arrival(WecomCalls.tampered(written(Instant.now(), text)));
    }

    @Override
    public Mono<List<Inbound>> signed(Duration ago, String text) {
        return arrival(written(Instant.now().minus(ago), text));
    }

    @Override
    public Mono<List<Inbound>> invented(String kind) {
        return arrival(WecomCalls.toApp(WecomCalls.message("zhou", kind, "")));
    }

    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        return List.of(genuine(WORDS), tampered(WORDS), arrival(WecomCalls.toApp(WORDS)));
    }

    @Override
    public List<String> secrets() {
        return List.of("zhou", "SECRET-TOKEN", WecomCalls.SECRET, WecomCalls.APP.aesKey(), "apptoken");
    }

    @Test
    void theAddressIsProvenByTheDecryptedWordAlone() {
        for (int i = 0; i < 40; i++) { // until a cipher text has a plus, which a form's reader takes for a space
            var call = WecomCalls.handshake(WecomCalls.APP, "desk", "word " + i);
            var query = WecomCalls.with(
                    call, "echostr", call.query().getOrDefault("echostr", "").replace('+', ' '));
            assertThat(receive(new WebhookRequest("GET", "desk", query, ""))
                            .acknowledgement()
                            .body())
                    .isEqualTo("word " + i);
        }
    }

    @Test
    void aTextForAnotherCorporationIsNotOurs() {
        var other = new Envelope("apptoken", "wwother", WecomCalls.APP.aesKey());
        assertThatThrownBy(() -> receive(WecomCalls.toApp(other, WecomCalls.text("zhou", "1", "电梯坏了"))))
                .isInstanceOf(WebhookRejected.class)
                .hasMessageContaining("not decryptable");
    }

    @Test
    void thePreviousKeyIsStillGoodAndTheAnswerUsesItToo() {
        var old = new Envelope("apptoken", WecomCalls.CORP, "ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkj");
        assertThat(answered(WecomCalls.toApp(old, WecomCalls.text("zhou", "1", "电梯坏了")), old))
                .contains("<Content><![CDATA[好的\n回复：满意 / 不满意]]></Content>");
    }

    @Test
    void anAnswerInTimeIsEncryptedXmlFromTheCorporationToTheMember() {
        assertThat(answered(written(Instant.now(), "电梯坏了"), WecomCalls.APP))
                .startsWith("<xml><ToUserName><![CDATA[zhou]]></ToUserName><FromUserName><![CDATA[" + WecomCalls.CORP);
    }

    @Test
    void aRepeatHasTheIdOfItsFirst() {
        assertThat(said(written(Instant.now(), "电梯坏了")).platformId()).isEqualTo("1");
        String tap = WecomCalls.event("zhou", "click", "<EventKey>repair</EventKey>");
        assertThat(said(WecomCalls.toApp(tap)).platformId())
                .isEqualTo(said(WecomCalls.toApp(tap)).platformId())
                .isNotEqualTo(
                        said(WecomCalls.toApp(tap.replace("repair", "ask"))).platformId());
    }

    @Test
    void aTappedButtonSaysItsWordsAndTheCardShowsThem() {
        String tap = WecomCalls.event("zhou", "template_card_event", "<EventKey>满意</EventKey><TaskId>t</TaskId>");
        var delivery = (Delivery.Messages) receive(WecomCalls.toApp(tap));
        assertThat(delivery.messages().getFirst().content()).isEqualTo(new Content.Text("满意"));
        assertThat(delivery.passiveReply()).isNull();
        assertThat(opened(delivery.acknowledgement().body(), WecomCalls.APP))
                .contains("<MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName><![CDATA[满意]]>");
    }

    @Test
    void whatTheCorporationIsToldOfItsCustomersIsNobodysMessage() {
        String event = WecomCalls.event("sys", "change_external_chat", "<ChatId>c</ChatId>");
        assertThat(receive(WecomCalls.toApp(event))).isInstanceOf(Delivery.Ignored.class);
        assertThat(receive(WecomCalls.toApp(event)).acknowledgement().body()).isEmpty();
    }

    @Test
    void aTextIsSentByTheAppAndTheReceiptIsThePlatformsOwn() {
        assertThat(sent(letter("已受理"))).startsWith("MSGID");
        JsonNode sent = wecom.sent().getFirst().json();
        assertThat(sent.path("touser").asString()).isEqualTo("zhou");
        assertThat(sent.path("agentid").asLong()).isEqualTo(WecomCalls.AGENT);
        assertThat(sent.at("/text/content").asString()).isEqualTo("已受理");
    }

    @Test
    void choicesThatFitAreButtonsWhoseKeysAreTheirWords() {
        sent(letter("问题解决了吗？\n请选一个", "满意", "不满意"));
        JsonNode card = wecom.sent().getFirst().json().path("template_card");
        assertThat(card.at("/main_title/title").asString()).isEqualTo("问题解决了吗？");
        assertThat(card.at("/sub_title_text").asString()).isEqualTo("请选一个");
        assertThat(card.at("/button_list/1/key").asString()).isEqualTo("不满意");
        assertThat(card.path("task_id").asString()).matches("[0-9a-zA-Z_@-]{1,128}");
    }

    @Test
    void choicesThatFitOnNoCardAreSaidInWords() {
        sent(letter("请".repeat(200), "满意", "不满意"));
        assertThat(wecom.sent().getFirst().json().at("/text/content").asString())
                .endsWith("\n回复：满意 / 不满意");
    }

    @Test
    void aMemberWhomThePlatformDoesNotFindIsGoneThoughNothingWentWrong() {
        wecom.answers(Told.json(Map.of("errcode", 0, "invaliduser", "zhou", "msgid", "m")));
        assertFailsWith(SendFailure.Reason.RECIPIENT_GONE);
        wecom.answers(Told.json(Map.of("errcode", 0, "unlicenseduser", "zhou", "msgid", "m")));
        assertFailsWith(SendFailure.Reason.MISCONFIGURED);
    }

    @Test
    void theWayIsForMembersOfOurAppsAndKeepsToThePlatformsRates() {
        assertThat(sender.carries(letter("您反映的电梯问题已受理。"))).isTrue();
        assertThat(sender.carries(new Outbound("k", Address.group(WecomChannel.ID, "desk", "g"), "x", List.of())))
                .isFalse();
        assertThat(sender.allowances(letter("您反映的电梯问题已受理。")))
                .extracting(it -> it.name())
                .contains("wecom.app.member.minute");
    }

    private static WebhookRequest written(Instant signed, String text) {
        return WecomCalls.toApp(WecomCalls.APP, signed, WecomCalls.text("zhou", "1", text));
    }

    private static Outbound letter(String text, String... choices) {
        return new Outbound("LM-1/opened", Address.person(WecomChannel.ID, "desk", "zhou"), text, List.of(choices));
    }

    private String sent(Outbound letter) {
        return Objects.requireNonNull(channel.send(letter).block(SOON)).platformId();
    }

    private Delivery receive(WebhookRequest request) {
        return Objects.requireNonNull(channel.receive(request).block(Duration.ofSeconds(60)));
    }

    private Inbound said(WebhookRequest request) {
        return ((Delivery.Messages) receive(request)).messages().getFirst();
    }

    private String answered(WebhookRequest request, Envelope envelope) {
        var reply = Objects.requireNonNull(((Delivery.Messages) receive(request)).passiveReply());
        return opened(reply.apply(letter("好的", "满意", "不满意")).body(), envelope);
    }

    private static String opened(String body, Envelope envelope) {
        String encrypted = part(body, "<Encrypt><!\\[CDATA\\[(.*?)]]>");
        assertThat(part(body, "<MsgSignature><!\\[CDATA\\[(.*?)]]>"))
                .isEqualTo(envelope.signature(
                        part(body, "<TimeStamp>(.*?)<"), part(body, "<Nonce><!\\[CDATA\\[(.*?)]]>"), encrypted));
        return envelope.decrypt(encrypted);
    }

    private static String part(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void aPictureIsUploadedOnceAndNamedByItsId() {
        sender.send(picture("one")).block(SOON);
        sender.send(picture("one")).block(SOON);

        assertThat(wecom.asked("/cgi-bin/media/upload")).hasSize(1);
        assertThat(wecom.sent())
                .allSatisfy(it -> assertThat(it.text())
                        .contains("\"msgtype\":\"image\"", "\"agentid\":1000002", "\"media_id\":\"PICTURE-"));
    }

    @Test
    void aPictureThatThePlatformHasForgottenIsUploadedOnceMore() {
        sender.send(picture("one")).block(SOON);
        wecom.platform().forgetPictures();
        sender.send(picture("one")).block(SOON);

        assertThat(wecom.asked("/cgi-bin/media/upload")).hasSize(2);
        assertThat(wecom.sent()).hasSize(3);
    }

    static ShowPicture showing(ReactiveStringRedisTemplate redis) {
        return new ShowPicture(
                List.of((_, id) -> id.equals("gone") ? Mono.empty() : Mono.just(new Media("image/png", PNG))),
                new UploadedMedia(redis));
    }

    private static Outbound picture(String id) {
        var picture = new Outbound.Picture(id, "");
        var to = Address.person(WecomChannel.ID, "desk", "zhou");
        return new Outbound("LM-1/resolved#2", to, "", List.of(), "", Map.of(), List.of(picture));
    }
}

package org.linli.channels.wecom.kf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Channel;
import org.linli.channels.Inbound;
import org.linli.channels.Media;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.ShownPictures;
import org.linli.channels.WebhookRequest;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.Keeps;
import org.linli.channels.contract.Played;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.tencent.ShowPicture;
import org.linli.channels.tencent.UploadedMedia;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.linli.platform.database.CommunityId;
import org.linli.standin.Person;
import org.linli.standin.kf.KfStandIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// A call says that there is something; an arrival is that call and the fetching after it.
class KfContractTest extends PlayedWecom implements AdapterContract {

    private static final String UPLOAD = "/cgi-bin/media/upload";
    private static final String CALL = "<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event>"
            + "<Token>call-1</Token><OpenKfId>wkDesk1</OpenKfId></xml>";

    @Autowired
    Cursors cursors;

    @Autowired
    Welcomes welcomes;

    @Autowired
    DatabaseClient database;

    @Autowired
    ReactiveStringRedisTemplate redis;

    private final PlayedCorp corp = PlayedCorp.empty();
    private final KfStandIn desk = corp.desk();
    private final String customer = "wm" + UUID.randomUUID();
    private final Played platform = corp.on("/cgi-bin/kf/send_msg");
    private KfDesks desks;
    private WecomApi api;
    private KfChannel channel;
    private KfChannel hasty;

    @BeforeEach
    void connect() {
        completed(database.sql("truncate kf.cursors, kf.welcomes").then());
        completed(database.sql("insert into kf.cursors (desk, read_at) values ('desk', now())")
                .then());
        var wecom = PlayedCorp.settings(platform.base());
        var account = new KfSettings.Desk(
                "desk", "corp", "wkDesk1", PlayedCorp.SECRET, PlayedCorp.TOKEN, PlayedCorp.KEY, null, false);
        desks = new KfDesks(new KfSettings(List.of(account)), wecom, Clock.systemUTC());
        api = new WecomApi(wecom, new SharedTokens(OwnRedis.nobody()), Clock.systemUTC());
        channel = channel(api);
        hasty = channel(new WecomApi(
                PlayedCorp.hasty(platform.base()), new SharedTokens(OwnRedis.nobody()), Clock.systemUTC()));
    }

    private KfChannel channel(WecomApi api) {
        return new KfChannel(desks, cursors, new SendByKf(desks, api, welcomes, new HandToServicer(api), showing()));
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return (platform.isSilent() ? hasty : channel).send(letter);
    }

    @AfterEach
    void disconnect() {
        platform.close();
    }

    @Test
    void allDesksOfACorporationShareItsCalls() {
        var way = new SendByKf(desks, api, welcomes, new HandToServicer(api), showing());
        var calls = way.shared(new Account(KfChannel.ID, "desk", new CommunityId("lm")));

        assertThat(calls)
                .extracting(Allowance::name)
                .containsExactly("wecom-kf.service.calls.minute", "wecom-kf.service.calls.hour");
        assertThat(way.allowances(letter("好"))).hasSize(3).containsAll(calls);
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
    public Played platform() {
        return platform;
    }

    @Override
    public Outbound letter(String text) {
        desk.play(customer, "say", "在吗");
        return new Outbound(
                UUID.randomUUID().toString(), Address.person(KfChannel.ID, "desk", customer), text, List.of());
    }

    @Override
    public Mono<List<Inbound>> genuine(String text) {
        desk.play(customer, "say", text);
        return fetched(PlayedCorp.call("desk", CALL));
    }

    @Override
    public Mono<List<Inbound>> tampered(String text) {
        desk.play(customer, "say", text);
        return fetched(WecomCalls.tampered(PlayedCorp.call("desk", CALL)));
    }

    @Override
    public Mono<List<Inbound>> signed(Duration ago, String text) {
        desk.play(customer, "say", text);
        return fetched(PlayedCorp.call("desk", Instant.now().minus(ago), CALL));
    }

    @Override
    public Mono<List<Inbound>> invented(String kind) {
        desk.happens(Map.of("external_userid", customer, "origin", 3, "msgtype", kind, kind, Map.of()));
        return fetched(PlayedCorp.call("desk", CALL));
    }

    @Override
    public List<String> secrets() {
        return List.of(customer, PlayedCorp.SECRET, PlayedCorp.TOKEN, PlayedCorp.KEY, "SECRET-TOKEN", "call-1");
    }

    @Test
    void aPictureIsUploadedOnceAndShownByItsId() {
        String picture = UUID.randomUUID().toString();
        completed(channel.send(picture(picture)));
        completed(channel.send(picture(picture)));

        assertThat(platform.asked(UPLOAD)).hasSize(1);
        assertThat(seen()).filteredOn(it -> it.picture().startsWith("PICTURE-")).hasSize(2);
    }

    @Test
    void aPictureThatThePlatformHasForgottenIsUploadedOnceMoreAndShownOnce() {
        String picture = UUID.randomUUID().toString();
        completed(channel.send(picture(picture)));
        desk.forgetPictures();
        completed(channel.send(picture(picture)));

        assertThat(platform.asked(UPLOAD)).hasSize(2);
        assertThat(seen()).filteredOn(it -> !it.picture().isEmpty()).hasSize(2);
    }

    /// Whoever only looked in is greeted in words.
    @Test
    void aPictureIsNoGreeting() {
        var picture = picture(UUID.randomUUID().toString());
        completed(welcomes.keep("desk", customer, "welcome-1", Instant.now()));
        completed(channel.send(picture));

        assertThat(result(welcomes.take("desk", customer))).isEqualTo("welcome-1");
    }

    private List<Person.Line> seen() {
        return desk.people().stream()
                .filter(it -> it.id().equals(customer))
                .flatMap(it -> it.talk().stream())
                .toList();
    }

    private Outbound picture(String id) {
        var words = letter("看看照片");
        var shown = List.of(new Outbound.Picture(id, ""));
        return new Outbound(words.key(), words.to(), "", List.of(), "", Map.of(), shown);
    }

    private ShowPicture showing() {
        ShownPictures any = (_, _) -> Mono.just(new Media("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}));
        return new ShowPicture(List.of(any), new UploadedMedia(redis));
    }

    private Mono<List<Inbound>> fetched(WebhookRequest call) {
        return Mono.defer(() -> {
            var inbox = new Keeps();
            var sync = new SyncMessages(desks, cursors, new ReadPage(api), welcomes, inbox);
            return arrival(call).then(sync.round()).then(Mono.fromSupplier(inbox::kept));
        });
    }
}

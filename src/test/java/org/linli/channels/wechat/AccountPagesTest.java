package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.linli.channels.Account;
import org.linli.channels.Checkup;
import org.linli.channels.Checkup.Result;
import org.linli.channels.Checkup.What;
import org.linli.platform.database.CommunityId;
import org.linli.standin.StandInServer;
import org.linli.standin.StandIns;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/// What an account shows besides words, against the platform that is played and a real database.
@WithStandIns
class AccountPagesTest {

    private static final Account ACCOUNT = new Account(WechatChannel.ID, "demo", new CommunityId("lm"));

    @Autowired
    QrCodes codes;

    @Autowired
    PutMenus menus;

    @Autowired
    Accounts accounts;

    @Autowired
    WechatApi api;

    @Autowired
    WechatCheckup checkup;

    @Autowired
    Site site;

    @Autowired
    StandIns standIns;

    @Autowired
    WebTestClient web;

    @Test
    void theCodeOfASceneIsMadeOnceAndStaysTheSame() {
        String first = Workbench.got(codes.content(ACCOUNT, "home-b3-1"));
        assertThat(first).startsWith("http://weixin.qq.com/q/");
        assertThat(Workbench.got(codes.content(ACCOUNT, "home-b3-1"))).isEqualTo(first);
        assertThat(server().asked("/cgi-bin/qrcode/create").stream()
                        .filter(it -> it.text().contains("\"home-b3-1\"")))
                .hasSize(1);
    }

    @Test
    void thePlatformShowsOurMenuOnceHoweverManyReplicasLook() {
        Flux.range(0, 3).flatMap(_ -> menus.round()).blockLast(Duration.ofSeconds(10));
        Flux.interval(Duration.ofMillis(50))
                .onBackpressureDrop()
                .concatMap(_ -> api.get(accounts.named("demo").orElseThrow(), "/cgi-bin/menu/get", Map.of()))
                .filter(it -> it.json().at("/menu/button/0/key").asString("").equals("我要报修"))
                .blockFirst(Duration.ofSeconds(20));
        assertThat(server().asked("/cgi-bin/menu/create")).hasSize(1);
        assertThat(server().asked("/cgi-bin/menu/create").getFirst().text()).contains("/my?account=demo");
    }

    @Test
    void anAccountThatIsSetUpIsSaidToBe() {
        menus.round().block(Duration.ofSeconds(60));
        var steps = checkup.check(ACCOUNT).collectList().block(Duration.ofSeconds(60));
        assertThat(steps)
                .extracting(Checkup.Step::what)
                .containsExactly(What.URL, What.TOKEN, What.IP, What.MENU, What.TEMPLATES);
        assertThat(steps)
                .filteredOn(it -> it.what() == What.TOKEN || it.what() == What.IP || it.what() == What.TEMPLATES)
                .extracting(Checkup.Step::result)
                .containsOnly(Result.DONE);
        assertThat(checkup.tokenUntil(ACCOUNT).block(Duration.ofSeconds(60))).isNotNull();
    }

    @Test
    void onlyOurOwnPagesAreSigned() {
        String ours = site.address("/my?account=demo");
        var signed = web.get()
                .uri(uri -> uri.path("/wechat/demo/js-sdk")
                        .queryParam("url", "{url}")
                        .build(ours + "#top"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(SignPage.Signed.class)
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(signed).signature())
                .isEqualTo(SignPage.signature(
                        "stand-in-js-ticket-0000000000", signed.nonceStr(), signed.timestamp(), ours));
        for (String other : new String[] {
            "http://evil.example/my",
            site.address("") + ".evil.example/",
            "no address",
            site.address("") + "@evil.example/"
        }) {
            web.get()
                    .uri(uri -> uri.path("/wechat/demo/js-sdk")
                            .queryParam("url", "{url}")
                            .build(other))
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    private StandInServer server() {
        return standIns.named("wechat").orElseThrow().server();
    }
}

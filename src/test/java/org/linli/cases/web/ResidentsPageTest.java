package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.web.SignedInAs.LM;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.Place;
import org.linli.community.Residents;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ResidentsPageTest {

    private static final String PAGE = "/desk/residents";

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Residents residents;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void aNameIsMaskedUntilItIsAskedFor() {
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page(PAGE)).contains("小**", "已核实", "本人自报").doesNotContain("小唐", "赵桂兰", "??");
        assertThat(asked(chen, "show", "r03")).contains("小唐").doesNotContain("赵桂兰");
    }

    @Test
    void staffVerifiesAndTakesItBack() {
        var chen = new SignedInAs("chen", web);

        assertThat(asked(chen, "verify", "r03")).contains("已标记为核实");
        assertThat(verified("r03")).isTrue();
        assertThat(asked(chen, "undo", "r03")).contains("已撤销");
        assertThat(verified("r03")).isFalse();
    }

    @Test
    void residentsAreFoundByNameAndBuilding() {
        var chen = new SignedInAs("chen", web);

        assertThat(found(chen, "赵桂", "")).contains("共 1 人", "赵**");
        assertThat(found(chen, "赵桂", "b1")).contains("共 1 人");
        assertThat(found(chen, "赵桂", "b2")).contains("共 0 人", "没有找到这样的居民");
        assertThat(found(chen, "%' or 1=1 --", "")).contains("共 0 人");
    }

    @Test
    void whoIsNotReachedAnyMoreIsMarked() {
        var chen = new SignedInAs("chen", web);
        assertThat(found(chen, "赵桂", "")).doesNotContain("收不到");
        database.sql("""
                        insert into community.reaches (community_id, address, reached, at)
                        select community_id, address, false, now() from community.identities
                        where resident = 'r01'
                        on conflict (community_id, address) do update set reached = false""").then().block();
        assertThat(found(chen, "赵桂", "")).contains("网页收不到");
        database.sql("delete from community.reaches").then().block();
    }

    @Test
    void aGridWorkerKnowsTheOwnGridAndNobodyElse() {
        var lin = new SignedInAs("lin", web);

        assertThat(found(lin, "赵桂", "")).contains("共 1 人");
        assertThat(found(lin, "", "b5")).contains("共 0 人");
        String foreign = Objects.requireNonNull(residents
                        .ofPlace(LM, new Place("b5", Place.Kind.BUILDING, "", null, List.of()))
                        .blockFirst())
                .id();
        boolean before = verified(foreign);
        assertThat(asked(lin, before ? "undo" : "verify", foreign)).contains("没有找到这位居民");
        assertThat(verified(foreign)).isEqualTo(before);
    }

    @Test
    void whoLookedWhenAndWhyIsToldToThoseWhoAnswerForTheCommunity() {
        database.sql("delete from community.viewings").then().block();
        var lin = posted(new SignedInAs("lin", web), Map.of("act", "show", "resident", "r03", "why", "visit"));
        assertThat(lin).doesNotContain("谁看过");

        var chen = posted(new SignedInAs("chen", web), Map.of("act", "show", "resident", "r03", "why", "<b>"));

        assertThat(chen).contains("谁看过（最近 2 次）", "林晓梅", "上门走访", "陈立秋", "其他工作需要");
        assertThat(database.sql("select staff || ' ' || resident || ' ' || why from community.viewings order by id")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("lin r03 visit", "chen r03 other");
    }

    @Test
    void whoIsUnknownIsSaidToBe() {
        assertThat(asked(new SignedInAs("chen", web), "verify", "nobody")).contains("没有找到这位居民，什么也没有改动");
    }

    @Test
    void residentsAreNoneOfAPropertyCompanysBusiness() {
        var qian = new SignedInAs("qian", web);

        qian.get(PAGE).expectStatus().isNotFound();
        qian.post(PAGE, Map.of("act", "verify", "resident", "r03"))
                .expectStatus()
                .isNotFound();
        assertThat(qian.page("/desk")).doesNotContain(PAGE);
    }

    private boolean verified(String resident) {
        return Objects.requireNonNull(residents.byId(LM, resident).block()).verified();
    }

    private static String asked(SignedInAs who, String act, String resident) {
        return posted(who, Map.of("act", act, "resident", resident));
    }

    private static String found(SignedInAs who, String text, String building) {
        return posted(who, Map.of("act", "find", "text", text, "building", building));
    }

    private static String posted(SignedInAs who, Map<String, String> form) {
        return Objects.requireNonNull(who.post(PAGE, form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}

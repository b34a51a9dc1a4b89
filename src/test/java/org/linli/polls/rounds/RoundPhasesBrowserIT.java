package org.linli.polls.rounds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.FindPolls;
import org.linli.polls.ballots.Marks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The public page of a round from its announcement to its end, on a phone and on an office screen: where it stands,
/// until when, and what a resident can do.
@Tag("long")
@Timeout(300)
class RoundPhasesBrowserIT extends HeldRounds {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    FindPolls polls;

    @Autowired
    CastBallot cast;

    @Test
    void aResidentSeesInEachPhaseWhereItStandsUntilWhenAndWhatToDo() {
        var round = declaredInTheBrowser();
        shows("预告", true, "规则和日期先公布在这里", "还没有提案", "等份额法", "种子是");
        proposed(round);
        shows("征集", true, "支持2号提案", "门口装个长椅", "1 人支持");
        reviewed(round);
        shows("审核", true, "评审小组正在逐个看", "可行", "3,000 元");

        due("vote_from");
        now(round);
        shows("投票", true, "改主意可以再投", "投票人数 / 名册人数：0 / ");
        voted(round);
        due("vote_until");
        shows("投票", true, "投票已经结束，正在计票");
        List.of("close-polls", "sign-heads", "publish-rounds", "explain-rounds").forEach(this::ran);
        shows("公示", true, "异议：2号去年做过了", "入选合计 9,000 元", "为什么没入选", "换一种规则会怎样");
        says("r01", "异议：2号项目去年已经装过了");
        shows("公示", true, "异议 1 件", "有异议，暂停办理", "等待答复");
        act("decide", Map.of("of", "1", "verdict", "CONFIRMED", "words", "查过了，没有装过"));

        due("object_until");
        now(round);
        shows("交办", false, "正在交给承办单位", "维持原结果", "查过了，没有装过");
        List.of("1", "2").forEach(it -> act("hand-over", Map.of("of", it, "unit", "property")));
        now(round);
        write("insert into polls.milestones (community_id, round, proposal, number, title, due_on) "
                + "select 'lm', id, 2, 1, '进场施工', date '2026-01-01' from polls.rounds");
        shows("实施", false, "正在办理", "由安和物业", "进场施工", "已超期");
        List.of("1", "2").forEach(it -> act("finish", Map.of("of", it)));
        now(round);
        shows("评议", true, "评价2号项目 4分", "已办好");
        List.of("r01", "r05", "r18").forEach(it -> says(it, "评价2号项目 5分 挺亮的"));
        write("update polls.rounds set since = since - interval '15 d'");
        now(round);
        ran("give-prizes");
        shows("评奖", false, "正在评奖", "居民评议 5.0", "金点子奖");
        act("end", Map.of());
        shows("结束", false, "这一轮已经结束", "入选合计 9,000 元");
    }

    /// Enter declares it, as it would with the button.
    private Round declaredInTheBrowser() {
        var page = signedIn(BROWSER.desk());
        page.navigate(address("/desk/rounds"));
        var form = page.locator("#round-form");
        assertThat(form.locator("[name=rule] option[value=borda]:not([disabled])"))
                .hasCount(0);
        assertThat(form.locator("[name=seats]")).isHidden();
        form.locator("[name=kind]").selectOption("RANKED");
        form.locator("[name=rule]").selectOption("stv");
        assertThat(form.locator("[name=seats]")).isVisible();
        assertThat(form.locator("[name=completion]")).isHidden();
        assertThat(form.locator("[name=knapsack]")).isHidden();
        form.locator("[name=rule]").scrollIntoViewIfNeeded();
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
        Browser.screenshot(page, "phases-form");
        form.locator("[name=kind]").selectOption("SEVERAL");
        assertThat(form.locator("[name=rule]")).hasValue("equal-shares");
        form.locator("[name=place]").selectOption("s1");
        form.locator("[name=budget]").fill("10000");
        form.locator("[name=supporters]").fill("1");
        form.locator("[name=title]").fill("阳光里冬季微实事");
        form.locator("[name=title]").press("Enter");
        page.waitForURL("**/desk/rounds/1");
        return result(find.latest(SignedInAs.LM).next());
    }

    private void proposed(Round round) {
        due("collect_from");
        now(round);
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "提个项目：给车棚加个雨棚，电动车老淋雨");
    }

    private void reviewed(Round round) {
        due("collect_until");
        now(round);
        var open = result(find.one(round.community(), round.id()));
        review(open, 1, 3_000);
        review(open, 2, 6_000);
        review(open, 3, 5_000);
    }

    private void voted(Round round) {
        var poll = result(polls.one(round.community(), round.id()));
        var voters = List.of("r01", "r02", "r04", "r05", "r17", "r18");
        for (String it : voters) {
            var marks = Marks.of(it.equals("r18") ? List.of(3) : List.of(1, 2));
            result(cast.cast(poll, new Voter("resident:" + it, "", ""), marks, "send-" + it));
        }
    }

    /// @param dated whether it ends on a day that is known
    private void shows(String phase, boolean dated, String... words) {
        for (BrowserContext visitor : List.of(BROWSER.desk(), BROWSER.phone())) {
            var page = visitor.newPage();
            page.navigate(address("/polls/lm/round/1"));
            Browser.screenshot(page, "phase-%s-%d".formatted(phase, page.viewportSize().width));
            assertThat(page.locator(".round-steps [aria-current=step] b")).hasText(phase);
            assertThat(page.locator(".round-steps [aria-current=step] small")).hasCount(dated ? 1 : 0);
            assertThat(page.locator(".round-now")).isVisible();
            assertThat(page.locator("main").textContent()).contains(words).doesNotContain("??", "{0}");
            Browser.assertFitsItsWidth(page);
            Browser.assertAccessible(page);
            visitor.close();
        }
    }

    private void act(String act, Map<String, String> form) {
        staff("chen").post("/desk/rounds/1/" + act, form).expectStatus().is3xxRedirection();
    }

    private Page signedIn(BrowserContext visitor) {
        staff("chen");
        var page = visitor.newPage();
        page.navigate(address("/sign-in"));
        page.locator("[name=username]").fill("chen");
        page.locator("[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void write(String sql) {
        completed(database.sql(sql).then());
    }
}

package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.community.StaffMember;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.consent.AskToRearrange;
import org.linli.polls.consent.AskToRearrange.Fault;
import org.linli.polls.consent.UndoRearranging;
import org.linli.polls.wishes.Doors;
import org.linli.web.resident.AtHome;
import org.linli.web.resident.Residence;
import org.springframework.beans.factory.annotation.Autowired;

/// Wishes of the demo's residents, from the first words to the street.
class ProposalsTest extends HeldRounds {

    @Autowired
    AskToRearrange ask;

    @Autowired
    UndoRearranging undo;

    @Autowired
    Doors doors;

    @Autowired
    Effects effects;

    @Autowired
    Residence residence;

    @Test
    void aWishComesWithItsPicturesItsPlaceAndWhatItMayCost() {
        var round = opened();
        talker().shows("r17");
        says("r17", "提个项目：3栋门口装个长椅，老人买菜回来可以歇脚，大概3000元");
        talker().shows("r17");

        var it = all(round).getFirst();
        assertThat(it.place()).isEqualTo("b3");
        assertThat(it.pictures()).hasSize(2).allMatch(id -> id.startsWith("m-"));
        assertThat(it.guess()).isEqualTo(3_000);
        assertThat(told("proposal-taken")).contains("\"pictures\":\"1\"", "\"where\":\"3栋\"", "\"guess\":\"3,000\"");
        assertThat(told("proposal-picture")).contains("\"pictures\":\"2\"", "1号");
    }

    @Test
    void aSentenceIsShownWholeAndAsItWasWrittenButForWhatIsPrivate() {
        opened();
        says("r17", "提个项目：<b>楼道</b>装感应灯，晚上看不清台阶，老人摔过两次，有事打13812345678找我");

        for (String page : List.of(staff("chen").page("/desk/rounds/1"), page("/polls/lm/round/1"))) {
            assertThat(page)
                    .contains("&lt;b&gt;楼道&lt;/b&gt;装感应灯，晚上看不清台阶，老人摔过两次，有事打138****5678找我")
                    .doesNotContain("<b>楼道", "13812345678");
        }
    }

    @Test
    void whoeverProposesAmongNeighboursIsLedToAPrivateTalkWhereItIsTaken() {
        String wish = "提个项目：3栋门口装个长椅，老人可以歇脚";
        says("r17", wish, "b3");
        assertThat(letters("proposal-in-private"))
                .as("nothing is collected yet")
                .isZero();
        var round = opened();

        says("r17", wish, "b3");
        says("r17", "咱们提个项目怎么样，门口装个长椅", "b3");
        says("r17", "提个项目：大家觉得装个长椅怎么样？", "b3");

        assertThat(letters("proposal-in-private")).isOne();
        assertThat(told("proposal-in-private")).contains("冬季微实事");
        assertThat(all(round)).isEmpty();
        says("r17", wish);
        assertThat(all(round)).hasSize(1);
    }

    @Test
    void whoeverSupportsAmongNeighboursIsHeardWhileARoundCollectsAndWhereThereIsSuchAProposal() {
        says("r01", "支持1号提案", "b3");
        var round = opened();
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r01", "支持9号提案", "b3");
        assertThat(letters("proposal-supported") + letters("proposal-none"))
                .as("neighbours may speak of another list")
                .isZero();

        says("r01", "我家支持1号提案", "b3");
        assertThat(letters("proposal-supported")).isOne();
        assertThat(all(round).getFirst().supporters()).isEqualTo(2);

        says("r01", "取消支持1号提案", "b3");
        assertThat(all(round).getFirst().supporters()).isOne();
    }

    @Test
    void neighboursWhoReadOfAProposalReadNobodysTelephone() {
        var round = opened();
        says("r17", "提个项目：门口装长椅联系我13812345678，老人可以歇脚");
        assertThat(all(round).getFirst().title()).isEqualTo("门口装长椅联系我138****5678");
        completed(database.sql("update polls.proposals set title = '门口装长椅13812345678'")
                .then());

        says("r18", "▸ 支持1号提案");

        assertThat(told("proposal-supported")).contains("138****5678").doesNotContain("13812345678");
    }

    @Test
    void whatResemblesAProposalIsShownBeforeItIsTakenAndOneTapSupportsTheOther() {
        var round = opened();
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "想搞个 楼道感应灯 晚上黑咕隆咚看不清台阶 提个项目");
        says("r18", "提个项目 楼道里装个感应灯，晚上看不清台阶");
        assertThat(told("proposal-alike")).contains("1号 楼道装感应灯", "▸ 支持1号提案");
        assertThat(all(round)).as("nothing is taken before they have said so").hasSize(1);

        says("r18", "▸ 支持1号提案");
        assertThat(all(round).getFirst().supporters()).isEqualTo(2);
        assertThat(count("select count(*) n from polls.wishes")).isZero();

        says("r01", "提个项目：楼道装感应灯，晚上看不清台阶啊");
        says("r01", "对");
        assertThat(all(round).getFirst().supporters()).isEqualTo(3);
        says("r02", "提个项目：楼道装感应灯，老人晚上看不清台阶");
        talker().shows("r02");
        says("r02", "不是");
        assertThat(all(round)).hasSize(2);
        assertThat(all(round).getLast().words()).contains("老人晚上看不清");
        assertThat(all(round).getLast().pictures()).hasSize(1);

        says("r04", "另提一个");
        assertThat(all(round)).as("there was nothing that waited").hasSize(2);
        assertThat(letters("proposal-how")).isEqualTo(1);
    }

    @Test
    void supportCanBeTakenBackAndTheProposersOwnCannot() {
        var round = opened();
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "顶1号提案");
        says("r18", "不支持1号了");
        assertThat(told("proposal-unsupported")).contains("\"count\":\"1\"");
        assertThat(all(round).getFirst().supporters()).isEqualTo(1);
        says("r17", "取消支持1号提案");
        says("r01", "取消支持1号提案");
        assertThat(letters("proposal-not-supported")).isEqualTo(2);
        assertThat(all(round).getFirst().supporters()).isEqualTo(1);
    }

    @Test
    void supportersCarryAProposalFromTheBuildingToTheCommunityAndToTheStreetAndAreTold() {
        var round = opened(new Conditions(Voice.PERSON, 0, 2, 3));
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        assertThat(ran("carry-proposals-up")).isZero();
        assertThat(all(round).getFirst().tier()).isEqualTo(Tier.BUILDING);

        says("r18", "支持1号提案");
        assertThat(ran("carry-proposals-up")).isEqualTo(1);
        assertThat(ran("carry-proposals-up")).as("told once").isZero();
        assertThat(all(round).getFirst().tier()).isEqualTo(Tier.COMMUNITY);
        assertThat(letters("proposal-up")).isEqualTo(2);
        assertThat(letters("proposal-street")).isZero();

        says("r01", "支持1号提案");
        ran("carry-proposals-up");
        assertThat(all(round).getFirst().tier()).isEqualTo(Tier.STREET);
        assertThat(letters("proposal-up")).isEqualTo(5);
        assertThat(letters("proposal-street")).isEqualTo(1);

        says("r01", "不支持1号提案了");
        assertThat(all(round).getFirst().supporters()).isEqualTo(2);
        ran("carry-proposals-up");
        assertThat(all(round).getFirst().tier()).as("never down again").isEqualTo(Tier.STREET);
        assertThat(page("/polls/lm/round/1")).contains("街道层面").doesNotContain("??");
        completed(database.sql("truncate polls.rounds cascade").then());
    }

    @Test
    void proposersAreAskedBeforeTheirsAreMergedAndSupportersAreCarriedOverOnce() {
        var round = opened();
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "提个项目：小花园种点月季");
        says("r01", "支持1号提案");
        says("r01", "支持2号提案");
        says("r02", "支持2号提案");
        assertThat(result(ask.ask(chen(), round, List.of(1), List.of("两样一起"), "省钱")))
                .isEqualTo(Fault.SOURCES);
        assertThat(result(ask.ask(chen(), round, List.of(1, 7), List.of("两样一起"), "省钱")))
                .isEqualTo(Fault.NOT_THERE);
        completed(ask.ask(chen(), round, List.of(1, 2), List.of("楼道和花园一起整治"), "一起招标省钱"));
        assertThat(result(ask.ask(chen(), round, List.of(1, 2), List.of("楼道和花园"), "省钱")))
                .isEqualTo(Fault.ASKED_BEFORE);
        assertThat(letters("proposal-consent")).isEqualTo(2);

        says("r17", "行吧");
        assertThat(told("proposal-consented")).contains("WAITS");
        assertThat(all(round)).as("one of two").hasSize(2);
        says("r01", "同意合并 #1");
        assertThat(letters("proposal-consent-none"))
                .as("supporters are not asked")
                .isEqualTo(1);
        says("r18", "▸ 同意合并 #1");
        assertThat(told("proposal-consented")).contains("DONE", "3");
        assertThat(all(round))
                .extracting(Proposal::state)
                .containsExactly(Proposal.State.REPLACED, Proposal.State.REPLACED, Proposal.State.PROPOSED);
        assertThat(all(round).getLast().supporters()).as("r01 once").isEqualTo(4);
        assertThat(letters("proposal-carried")).isEqualTo(4);
        assertThat(results(proposals.proposers(all(round).getLast())))
                .as("it belongs to both")
                .containsExactly("resident:r17", "resident:r18");
        completed(ask.ask(chen(), round, List.of(3), List.of("只要灯", "只要花"), "分开招标"));
        assertThat(letters("proposal-consent")).as("both are asked again").isEqualTo(4);
        completed(undo.undo(SignedInAs.CHEN, round, 2));
        says("r02", "不支持3号提案");
        assertThat(all(round).getLast().supporters()).isEqualTo(3);
        says("r02", "支持1号提案");
        assertThat(letters("proposal-none")).as("it is replaced").isEqualTo(1);

        completed(undo.undo(SignedInAs.CHEN, round, 1));
        assertThat(all(round)).extracting(Proposal::supporters).containsExactly(2, 3, 3);
        assertThat(all(round))
                .extracting(Proposal::state)
                .containsExactly(Proposal.State.PROPOSED, Proposal.State.PROPOSED, Proposal.State.WITHDRAWN);
        assertThat(letters("proposal-as-before")).isEqualTo(4);
    }

    @Test
    void whoeverSendsTheirProposalTwiceSupportsNobodyElsesNext() {
        var round = opened();
        var door = result(doors.open(round.community(), "resident:r17", Address.parse("webchat:lm:person:r17")));
        completed(effects.commit(List.of(door.effect())));
        String send = UUID.randomUUID().toString();
        var wish = Map.of("send", send, "title", "楼道装感应灯", "why", "晚上看不清", "cost", "", "place", "b3", "anyway", "yes");
        filled(door.path(), wish);
        filled(door.path(), wish);

        says("r18", "提个项目：小花园种点月季");

        assertThat(all(round)).extracting(Proposal::supporters).containsExactly(1, 1);
    }

    @Test
    void theirOwnPageShowsWhatTheyProposedAndLeadsToMore() {
        opened();
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        says("r18", "提个项目：小花园种点月季");
        var me = new Account.Person(SignedInAs.LM, Address.parse("webchat:lm:person:r17"));
        String cookie = AtHome.as(residence, me);

        assertThat(mine("/my", cookie))
                .contains("href=\"/my/proposals\"", "我的提案")
                .doesNotContain("??");
        assertThat(mine("/my/proposals", cookie))
                .contains("楼道装感应灯", "/polls/lm/round/1")
                .doesNotContain("月季", "??");
        web.get().uri("/my/proposals").exchange().expectStatus().is3xxRedirection();
        completed(database.sql("update polls.proposals set proposers = proposers || array['resident:r17']")
                .then());
        assertThat(mine("/my/proposals", cookie)).as("of a merged one each").contains("月季");
    }

    private String mine(String path, String cookie) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .cookie("linli-resident", cookie)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void oneNoAndNothingIsSplit() {
        var round = opened();
        says("r17", "提个项目：楼道装感应灯，再修一下单元门");
        completed(ask.ask(chen(), round, List.of(1), List.of("楼道装感应灯", "修单元门"), "两件事"));
        says("r17", "别拆");
        assertThat(told("proposal-consented")).contains("REFUSED");
        assertThat(all(round)).extracting(Proposal::state).containsExactly(Proposal.State.PROPOSED);

        completed(ask.ask(chen(), round, List.of(1), List.of("楼道装感应灯", "修单元门"), "两件事"));
        says("r17", "同意");
        assertThat(all(round)).extracting(Proposal::title).containsExactly("楼道装感应灯", "楼道装感应灯", "修单元门");
        assertThat(all(round)).extracting(Proposal::supporters).containsExactly(1, 1, 1);
        completed(undo.undo(SignedInAs.CHEN, round, 2));
        assertThat(all(round).getFirst().state()).isEqualTo(Proposal.State.PROPOSED);
    }

    @Test
    void residentsProposeOnTheirOwnPageAndSeeWhatIsThereBefore() {
        var round = opened();
        says("r18", "提个项目：楼道装感应灯，晚上看不清台阶");
        var door = result(doors.open(round.community(), "resident:r17", Address.parse("webchat:lm:person:r17")));
        completed(effects.commit(List.of(door.effect())));
        assertThat(page(door.path())).contains("“冬季微实事”正在征集").doesNotContain("??");

        String send = UUID.randomUUID().toString();
        var wrong =
                filled(door.path(), Map.of("send", send, "title", "灯", "why", "", "cost", "三千", "place", "nowhere"));
        assertThat(wrong)
                .contains("4 到 30 个字", "请写上为什么", "请写成整数", "没有这个地方", "value=\"三千\"")
                .doesNotContain("??");
        var wish =
                new HashMap<>(Map.of("send", send, "title", "楼道装感应灯", "why", "晚上看不清台阶", "cost", "3000", "place", "b3"));
        assertThat(filled(door.path(), wish))
                .contains("好像已经有人提过", "支持1号，不另提", "另提一个")
                .doesNotContain("??");
        assertThat(all(round)).hasSize(1);
        fills(door.path(), door.path() + "/support", Map.of("of", "1"));
        assertThat(all(round).getFirst().supporters()).isEqualTo(2);
        fills(door.path(), door.path() + "/unsupport", Map.of("of", "1"));

        wish.put("anyway", "yes");
        filled(door.path(), wish);
        filled(door.path(), wish);
        assertThat(all(round)).as("sent twice").hasSize(2);
        assertThat(all(round).getLast().guess()).isEqualTo(3_000);
        assertThat(page(door.path())).contains("您提的").doesNotContain("??");

        completed(ask.ask(chen(), round, List.of(1, 2), List.of("楼道感应灯"), "同一件事"));
        assertThat(page(door.path())).contains("工作人员想把 1、2 号合并成");
        fills(door.path(), door.path() + "/consent", Map.of("of", "1", "agrees", "true"));
        says("r18", "同意");
        assertThat(all(round).getLast().title()).isEqualTo("楼道感应灯");
        assertThat(all(round).getLast().supporters()).isEqualTo(2);
        web.get().uri("/propose/lm/" + "0".repeat(40)).exchange().expectStatus().isNotFound();
    }

    private String filled(String path, Map<String, String> fields) {
        return fills(path, path, fields).getValue();
    }

    private StaffMember chen() {
        return result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
    }
}

package org.linli.notices.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In words that people use.
class SignUpWordsTest {

    @ParameterizedTest
    @CsvSource({
        "报名,1",
        "我要报名,1",
        "报名2人,2",
        "我要报名 两个人,2",
        "我家报名三口人,3",
        "@邻里 报名周六的健步走,1",
        "健步走算我一个,1",
        "包粽子帮我报个名,1",
        "报个名 我是3栋2单元的老赵,1",
        "5栋的，报名十二人,12",
        "我也报名！,1",
        "报名100人,20",
        "算上我们两个,2"
    })
    void somebodyComes(String words, int people) {
        assertThat(SignUpWords.in(words, false)).hasValueSatisfying(it -> {
            assertThat(it.leaves()).isFalse();
            assertThat(it.people()).isEqualTo(people);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"取消报名", "我要取消报名", "不报名了", "报名取消吧", "报了名想退", "不参加了 取消", "活动我去不成了", "退出报名"})
    void somebodyDoesNotComeAfterAll(String words) {
        assertThat(SignUpWords.in(words, false)).map(SignUpWords::leaves).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"义诊怎么报名", "报名成功没有啊", "报名截止了", "在哪里报名？", "你报名没有报名", "收到", "孩子幼儿园报名网上填不了", "水管漏了", "报名要多少钱"})
    void whatAsksOrSaysSomethingElseIsLeftAlone(String words) {
        assertThat(SignUpWords.in(words, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"楼下培训机构的跆拳道暑假班现在报名立减两百有没有人一起", "昨天给孩子报名排了好久的队累死我了"})
    void neighboursWhoTalkAtLengthInAGroupSignUpForNothing(String words) {
        assertThat(SignUpWords.in(words, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2个人,2", "两个人,2", "我们一共三口人,3", "我家3位,3", "就一个人,1", "改成4人吧,4", "十二人,12", "2个大人,2"})
    void whoSignedUpSaysHowManyCome(String words, int people) {
        assertThat(SignUpWords.howMany(words)).map(SignUpWords::people).contains(people);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2单元", "3", "有人吗", "找个人", "2个人被困在电梯里", "三个人打架", "来人啊", "没人来"})
    void otherWordsSayNothingOfHowMany(String words) {
        assertThat(SignUpWords.howMany(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不去了",
                "有事去不了了",
                "那我不去了吧",
                "算了不去了",
                "去不了了，孩子发烧",
                "不好意思 临时有事，来不了了",
                "来不了了",
                "帮我取消吧",
                "取消吧",
                "麻烦帮我取消一下，谢谢",
                "退了吧",
                "别算我了"
            })
    void whoSignedUpStaysAway(String words) {
        assertThat(SignUpWords.staysAway(words)).map(SignUpWords::leaves).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "水不来了",
                "电梯上不去了",
                "师傅怎么不来了？",
                "师傅，不来了",
                "去不去了",
                "灯不亮",
                "我要去",
                "救护车不来吗",
                "好了",
                "算了",
                "谢谢",
                "那个",
                "我家"
            })
    void whatElseDoesNotComeIsNoRefusal(String words) {
        assertThat(SignUpWords.staysAway(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"算了，不报了", "不报了", "我不报了"})
    void whoDropsAReportDoesNotSignOff(String words) {
        assertThat(SignUpWords.in(words, false)).isEmpty();
    }
}

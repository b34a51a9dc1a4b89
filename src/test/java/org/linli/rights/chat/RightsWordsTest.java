package org.linli.rights.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsWordsTest {

    @ParameterizedTest
    @CsvSource({
        "导出我的数据, SEE",
        "我要导出我的个人信息, SEE",
        "查看我的信息, SEE",
        "你们存了我哪些信息, SEE",
        "删除我的信息, ERASE",
        "请删除我的个人信息, ERASE",
        "注销我的账号, ERASE",
        "把我的信息都删了, ERASE",
        "确认删除我的信息。, SURE",
        "算了不删了, KEEP",
        "算了，不删了, KEEP",
        "还是别删我的信息了, KEEP",
        "不要删除我的信息, KEEP",
        "先不注销了, KEEP"
    })
    void wishesAreKnownInPlainWords(String said, RightsWords meant) {
        assertThat(RightsWords.in(said)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"物业怎么有我的信息", "删除", "确认", "楼道广告上有我的电话，请删除我的信息栏那张", "确认删除", "我的信息登记表交了", "算了"})
    void whatIsSaidOfSomethingElseErasesNobody(String said) {
        assertThat(RightsWords.in(said)).isEmpty();
    }
}

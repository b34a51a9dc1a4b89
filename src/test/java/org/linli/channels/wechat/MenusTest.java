package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MenusTest {

    private static final WechatSettings SETTINGS = Workbench.settings(URI.create("http://127.0.0.1:1"));
    private static final WechatAccount ACCOUNT = SETTINGS.accounts().getFirst();

    @Test
    void wordsAreTappedPagesAreOursAndEntriesUnfold() {
        var menu = JsonMapper.shared().readTree(Menu.of(read("""
                entries:
                  - {name: 我要报修, say: 我要报修}
                  - name: 我的
                    entries: [{name: 我的事项, page: /my}, {name: 拍照, picture: photo}]
                """).menu()).json());
        assertThat(menu.at("/button/0/type").asString()).isEqualTo("click");
        assertThat(menu.at("/button/0/key").asString()).isEqualTo("我要报修");
        assertThat(menu.at("/button/1/sub_button/0/url").asString()).isEqualTo("https://linli.example/my?account=demo");
        assertThat(menu.at("/button/1/sub_button/1/type").asString()).isEqualTo("pic_photo_or_album");
    }

    @Test
    void aMenuThatThePlatformSpellsOutIsTheSameAndAChangedOneIsNot() {
        var menu = Menu.of(read("entries: [{name: 报修, say: 报修}]").menu());
        String shown = "{\"button\":[{\"type\":\"click\",\"name\":\"%s\",\"key\":\"报修\",\"sub_button\":[]}]}";
        assertThat(menu.isShownAs(JsonMapper.shared().readTree(shown.formatted("报修"))))
                .isTrue();
        assertThat(menu.isShownAs(JsonMapper.shared().readTree(shown.formatted("维修"))))
                .isFalse();
        assertThat(menu.isShownAs(JsonMapper.shared().readTree("{}"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entries: [] | m.yml: entries '0 entries' (expected: 1-3)
            entries: [{name: 一二三四五六, say: a}] | m.yml: entries[0].name '一二三四五六' (expected: 1-16 bytes, not 18)
            entries: [{name: a, say: a, page: /my}] | m.yml: entries[0] '[say, page]' (expected: a name and one thing that it does)
            entries: [{name: a, url: nowhere}] | m.yml: entries[0] 'nowhere' (expected: an address)
            entries: [{name: a, entries: [{name: b, entries: []}]}] | m.yml: entries[0].entries[0] 'entries' (expected: no third level)
            """)
    void eachFaultSaysWhereItIsAndWhatWasExpected(String text, String fault) {
        assertThat(read(text).faults()).contains(fault);
    }

    @Test
    void withoutKnowingOurOwnAddressWhatOpensOurPagesIsLeftOut() {
        var nowhere = new Site(new WechatSettings(
                SETTINGS.accounts(), SETTINGS.patience(), null, SETTINGS.openBase(), SETTINGS.window()));
        String text = "entries: [{name: 报修, say: 报修}, {name: 我的, entries: [{name: 事项, page: /my}]}]";
        var read = ReadMenu.from("m.yml", text, ACCOUNT, nowhere);
        assertThat(read.faults()).isEmpty();
        assertThat(read.menu().getButtons()).hasSize(1);
        assertThat(new Menus(new Accounts(SETTINGS), nowhere).of(ACCOUNT)).isPresent();
    }

    @Test
    void ourOwnMenuHasNoFault() {
        assertThat(new Menus(new Accounts(SETTINGS), new Site(SETTINGS)).of(ACCOUNT))
                .isPresent();
    }

    private static ReadMenu.Result read(String text) {
        return ReadMenu.from("m.yml", text, ACCOUNT, new Site(SETTINGS));
    }
}

package org.linli.rights.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/// What people say who want to see what is kept of them, or want it gone. Pure.
///
/// Only whole sentences: "删除我的信息" is a wish, and a sentence about something else in which it stands is not. What
/// cannot be taken back is said in words that nobody says by chance.
enum RightsWords {
    SEE(
            "(?:我要|我想|请|帮我|麻烦)?(?:导出|下载|查看|查询|看看?|给我)(?:一下)?(?:你们)?(?:保存|存)?的?我的?(?:个人)?(?:数据|信息|资料)|我的(?:个人)?数据|你们(?:都)?(?:存|记|保存)了我(?:的)?(?:什么|哪些)(?:信息|数据|资料)?"),
    ERASE(
            "(?:我要|我想|请|帮我|麻烦)?(?:把)?(?:删除|删掉|清除|抹掉|注销)(?:一下)?(?:我的?(?:全部|所有)?(?:个人)?(?:数据|信息|资料|账号|账户))|(?:我要|我想|请|帮我)?把我的?(?:全部|所有)?(?:个人)?(?:数据|信息|资料)(?:都|全)?(?:删除|删掉|删了|清除)|忘了我吧?"),
    KEEP(
            "(?:(?:那|还是)?(?:算了|等等|等一下)[,，。\\s]*)?(?:我|那|先|就|还是|暂时)*(?:不想?要?|别)(?:把我的?(?:信息|数据|资料|账号))?(?:给我|都)?(?:删除|删掉|删|注销|清除)(?:我的?(?:全部|所有)?(?:个人)?(?:数据|信息|资料|账号|账户))?"),
    SURE("确认删除我的(?:全部|所有)?(?:个人)?(?:数据|信息|资料)");

    private static final String END = "[\\s。．.!！~～,，吧了谢您你]*";

    private final Pattern said;

    RightsWords(String said) {
        this.said = Pattern.compile("(?:" + said + ")" + END);
    }

    static Optional<RightsWords> in(String words) {
        String plain = words.strip();
        for (var it : values()) {
            if (it.said.matcher(plain).matches()) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }
}

package org.linli.channels.wechat;

import java.util.List;
import java.util.stream.IntStream;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.ShowPicture;
import org.linli.channels.tencent.ShowPicture.Shown;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends through the platform's customer service messages: five to a person within 48 hours of their last word.
@Component
class CustomerService {

    private static final String PATH = "/cgi-bin/message/custom/send";

    private final Accounts accounts;
    private final WechatApi api;
    private final ShowPicture show;

    CustomerService(Accounts accounts, WechatApi api, ShowPicture show) {
        this.accounts = accounts;
        this.api = api;
        this.show = show;
    }

    /// Signals [SendFailure] and no other error.
    ///
    /// @return the message's own key, because the platform gives none; never empty
    Mono<Receipt> send(Outbound message) {
        return accounts.of(message.to())
                .flatMap(account -> send(account, message))
                .thenReturn(new Receipt(message.key()));
    }

    private Mono<PlatformAnswer> send(WechatAccount account, Outbound message) {
        var picture = message.picture();
        return picture == null
                ? api.post(account, PATH, json(message))
                : show.of(new Shown<>(
                        api,
                        account,
                        account.communityId(),
                        picture,
                        PATH,
                        id -> image(message.to().id(), id)));
    }

    private static String image(String openid, String media) {
        return WxMpKefuMessage.IMAGE().toUser(openid).mediaId(media).build().toJson();
    }

    private static String json(Outbound message) {
        String openid = message.to().id();
        return message.choices().isEmpty()
                ? WxMpKefuMessage.TEXT()
                        .toUser(openid)
                        .content(message.text())
                        .build()
                        .toJson()
                : menu(openid, message.text(), message.choices()).toJson();
    }

    // a tapped entry comes back as its own words, so its id says nothing
    private static WxMpKefuMessage menu(String openid, String text, List<String> choices) {
        var entries = IntStream.range(0, choices.size())
                .mapToObj(i -> new WxMpKefuMessage.MsgMenu(Integer.toString(i + 1), choices.get(i)))
                .toArray(WxMpKefuMessage.MsgMenu[]::new);
        return WxMpKefuMessage.MSGMENU()
                .toUser(openid)
                .headContent(text)
                .addMenus(entries)
                .tailContent("")
                .build();
    }
}

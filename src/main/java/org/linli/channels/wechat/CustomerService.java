package org.linli.channels.wechat;

import java.util.List;
import java.util.stream.IntStream;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends through the platform's customer service messages: five to a person within 48 hours of their last word.
@Component
class CustomerService {

    private final Accounts accounts;
    private final WechatApi api;

    CustomerService(Accounts accounts, WechatApi api) {
        this.accounts = accounts;
        this.api = api;
    }

    /// Signals [SendFailure] and no other error.
    ///
    /// @return the message's own key, because the platform gives none; never empty
    Mono<Receipt> send(Outbound message) {
        return accounts.of(message.to())
                .flatMap(account -> api.post(account, "/cgi-bin/message/custom/send", json(message)))
                .thenReturn(new Receipt(message.key()));
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

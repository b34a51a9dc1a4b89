package org.linli.standin;

import java.time.Clock;
import org.linli.standin.wecom.Tokens;
import org.linli.standin.wecom.XmlCalls;
import org.springframework.core.env.Environment;

/// What an account of the demo agreed on with WeCom: a service desk, a customer contact.
///
/// @param settings where its settings begin
/// @param corp     the number of its corporation
record WecomAccount(Environment environment, String settings, int corp) {

    String text(String name) {
        return environment.getRequiredProperty(settings + name);
    }

    Tokens tokens(Clock clock) {
        return new Tokens(corpId(), text("secret"), clock);
    }

    XmlCalls calls(String webhooks, Clock clock) {
        var envelope = new Envelope(text("token"), corpId(), text("encoding-aes-key"));
        return new XmlCalls(webhooks + text("id"), corpId(), envelope, clock);
    }

    private String corpId() {
        return environment.getRequiredProperty("linli.channels.wecom.corps[" + corp + "].corp-id");
    }

    @Override
    public String toString() {
        return "WecomAccount[" + settings + "]";
    }
}

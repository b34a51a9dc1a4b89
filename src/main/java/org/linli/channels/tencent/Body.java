package org.linli.channels.tencent;

/// The body of a call, XML or JSON: what it begins with decides, whatever its content type claims.
public record Body(Field content, boolean json) {

    /// @throws WebhookRejected as unreadable, and nothing else
    public static Body read(String body) {
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        text = text.strip();
        if (text.startsWith("<")) {
            return new Body(ReadXml.from(text), false);
        }
        if (text.startsWith("{")) {
            return new Body(ReadJson.from(text), true);
        }
        throw Rejections.unreadable("neither XML nor JSON");
    }

    /// Empty where nothing is encrypted.
    public String encrypted() {
        String inXml = content.textOf("Encrypt").strip();
        return inXml.isEmpty() ? content.textOf("encrypt").strip() : inXml;
    }

    public boolean isOnlyEncrypted() {
        return !encrypted().isEmpty() && content.textOf("MsgType").isEmpty();
    }
}

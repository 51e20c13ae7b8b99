namespace OnRecord.Tests.Web;

/// <summary>Pages that try to run something in the browser of who looks at them; each would set <c>window.hurt</c>.</summary>
internal static class HostilePages
{
    /// <summary>Ways to run a script, or to load or send something, each put in the headline, in a paragraph and in the page's head.</summary>
    private static readonly string[] Tricks =
    [
        "<script>window.hurt=1</script>",
        "<img src=x onerror=window.hurt=1>",
        "<svg onload=window.hurt=1>",
        "<svg><script>window.hurt=1</script></svg>",
        "<svg><animate onbegin=window.hurt=1 attributeName=x dur=1s>",
        "<svg><a xlink:href=\"javascript:window.hurt=1\"><text x=20 y=20>here</text></a></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.hurt=1&gt;\">",
        "<iframe srcdoc=\"<script>parent.hurt=1</script>\"></iframe>",
        "<iframe src=\"javascript:parent.hurt=1\"></iframe>",
        "<object data=\"data:text/html,<script>parent.hurt=1</script>\"></object>",
        "<embed src=\"javascript:window.hurt=1\">",
        "<a href=\"javascript:window.hurt=1\" autofocus onfocus=window.hurt=1>here</a>",
        "<a href=\"data:text/html,<script>opener.hurt=1</script>\">here</a>",
        "<form action=\"javascript:window.hurt=1\"><button autofocus onfocus=window.hurt=1>go</button></form>",
        "<details open ontoggle=window.hurt=1><summary>more</summary></details>",
        "<video><source onerror=window.hurt=1></video>",
        "<audio src=x onerror=window.hurt=1>",
        "<body onload=window.hurt=1>",
        "<meta http-equiv=refresh content=\"0;url=javascript:window.hurt=1\">",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">",
        "<base href=\"https://evil.example/\">",
        "<link rel=stylesheet href=\"https://evil.example/a.css\">",
        "<style>@import 'https://evil.example/a.css'; *{background:url(https://evil.example/b)}</style>",
        "<div style=\"background:url(javascript:window.hurt=1);width:expression(window.hurt=1)\">wide</div>",
        "</textarea><script>window.hurt=1</script>",
        "</title><script>window.hurt=1</script>",
        "</pre></code></article><script>window.hurt=1</script>",
        "--><script>window.hurt=1</script><!--",
        "<!--><script>window.hurt=1</script>-->",
        "<![CDATA[><script>window.hurt=1</script>]]>",
        "<noscript><p title=\"</noscript><img src=x onerror=window.hurt=1>\"></noscript>",
        "<template><script>window.hurt=1</script></template>",
        "<xmp><p title=\"</xmp><svg/onload=window.hurt=1>\"></xmp>",
        "\"><script>window.hurt=1</script>",
        "' onmouseover='window.hurt=1",
        "`-window.hurt=1-`",
        "${window.hurt=1}{{constructor.constructor('window.hurt=1')()}}",
        "&lt;script&gt;window.hurt=1&lt;/script&gt;",
        "&amp;lt;script&amp;gt;window.hurt=1&amp;lt;/script&amp;gt;",
        "\u003cscript\u003ewindow.hurt=1\u003c/script\u003e",
        "<scr\0ipt>window.hurt=1</scr\0ipt>",
        "<script\u2028>window.hurt=1</script>",
        "+ADw-script+AD4-window.hurt+AD0-1+ADw-/script+AD4-",
        "<img src=\"x` `<script>window.hurt=1</script>\"` `>",
        "<portal src=\"javascript:window.hurt=1\"></portal>",
        "<input type=image src=x onerror=window.hurt=1 formaction=javascript:window.hurt=1>",
        "<select autofocus onfocus=window.hurt=1><option>a</option></select>",
        "<div popover id=p onbeforetoggle=window.hurt=1></div><button popovertarget=p autofocus>open</button>",
        "\u202e<script>window.hurt=1</script>\u202c",
        "<object type=image/svg+xml data=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='parent.hurt=1'/>\"></object>",
    ];

    /// <summary>The pages: each trick in HTML as markup, and once as the words of an article.</summary>
    public static IEnumerable<string> All => Tricks.SelectMany((trick, place) => new[] { Markup(trick, place), Words(trick, place) });

    private static string Markup(string trick, int place) => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge {place} {trick}</title><meta name="author" content="{trick}"><meta property="og:site_name" content="{trick}">
        <meta property="article:published_time" content="2025-08-25"></head><body><article><h1>The bridge of Norrick {place} {trick} stays closed</h1>
        <p>The bridge will stay closed until October, the minister {trick} said on Monday, and 12 {trick} engineers were sent to the town of Norrick.</p>
        <p>“It may take 40 days {trick},” said Hanne Oster, who leads the works. She did not say what it would cost.</p>
        <p>{trick} The mayor denied that the bridge had been built without plans, and said that 3,500 people used it every day.</p></article></body></html>
        """;

    private static string Words(string trick, int place) => $"""
        The bridge of Norrick {place} {trick} stays closed

        The bridge will stay closed until October, the minister {trick} said on Monday, and 12 {trick} engineers were sent to the town of Norrick.
        “It may take 40 days {trick},” said Hanne Oster, who leads the works. She did not say what it would cost.
        The mayor {trick} denied that the bridge had been built without plans, and said that 3,500 people used it every day.
        """;
}

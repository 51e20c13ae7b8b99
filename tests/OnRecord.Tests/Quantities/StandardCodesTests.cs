using System.Globalization;
using Fhir.Metrics;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Quantities;

namespace OnRecord.Tests.Quantities;

/// <summary>The codes of units and currencies are those of their standards: UCUM, as another implementation reads it, and ISO 4217.</summary>
public sealed class StandardCodesTests
{
    private static readonly SystemOfUnits Ucum = UCUM.Load();
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly QuantityFinder Finder = new(DataFolder.English());

    /// <summary>Units without a code in UCUM; the lexicon gives their plain name.</summary>
    private static readonly string[] PlainNames = ["bp", "mach", "Mpixel", "pixel", "pp", "story", "ton"];

    /// <summary>The currencies of ISO 4217 that people pay with; funds, metals and codes for tests are left out.</summary>
    private static readonly string[] Currencies =
    [
        "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN",
        "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB",
        "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR",
        "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD",
        "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR",
        "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE",
        "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU",
        "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
    ];

    public static TheoryData<string> Units() => [.. DataFolder.English().Lexicon("units").Rows.Select(row => row["code"])];

    public static TheoryData<string> PaidWith() => [.. Currencies];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_unit_has_a_code_of_UCUM_or_a_plain_name(string code) => Assert.Equal(!PlainNames.Contains(code), IsOfUcum(code));

    [Theory]
    [MemberData(nameof(PaidWith))]
    public void Every_currency_is_read_by_its_code_and_by_its_name(string code)
    {
        var row = DataFolder.English().Lexicon("currencies").Rows.Single(row => row["code"] == code);
        if (row["codeIsWord"] != "yes")
        {
            Assert.Equal((code, 1_200), Read($"They paid {code} 1,200 for it."));
            Assert.Equal((code, 1_200), Read($"They paid 1,200 {code} for it."));
        }

        var country = row["country"].Split('|')[0];
        Assert.Equal((code, 1_200), Read(string.Create(CultureInfo.InvariantCulture, $"They paid 1,200 {country} {row["plural"].Split('|')[0]} for it.")));
    }

    private static (string? Currency, double? Best) Read(string text)
    {
        var found = Assert.Single(Finder.Find(Analyzer.Analyze(TextDocument.Of(text)), []).Found);
        return (found.Currency, found.Best is { } best ? (double)best : null);
    }

    private static bool IsOfUcum(string code)
    {
        try
        {
            _ = Ucum.Quantity("1", code);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

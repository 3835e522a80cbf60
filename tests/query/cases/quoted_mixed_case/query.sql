SELECT "ProductId", "OnHand", "order" FROM "StockLevels" ORDER BY "ProductId"
